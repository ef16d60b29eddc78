package calltally.ingest.journal;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.ParameterMetaData;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.apache.camel.component.jdbc.ConnectionStrategy;

/**
 * Connections for a statement whose number of parameters is known.
 *
 * <p>Camel asks for it before each execution. The driver would ask the server, which parses the
 * statement for that and forgets what it had prepared.
 */
record CountedParameters(int count) implements ConnectionStrategy {

  @Override
  public Connection getConnection(DataSource database) throws SQLException {
    Connection connection = database.getConnection();
    return instead(
        Connection.class,
        connection,
        "prepareStatement",
        arguments -> counted(connection.prepareStatement(String.valueOf(arguments[0]))));
  }

  @Override
  public boolean isConnectionTransactional(Connection connection, DataSource database) {
    return false;
  }

  private PreparedStatement counted(PreparedStatement statement) {
    ParameterMetaData parameters =
        instead(ParameterMetaData.class, statement, "getParameterCount", arguments -> count);
    return instead(
        PreparedStatement.class, statement, "getParameterMetaData", arguments -> parameters);
  }

  /** The same object but for one method. */
  private static <T> T instead(Class<T> type, Object same, String method, Answer answer) {
    InvocationHandler handler =
        (proxy, called, arguments) -> {
          if (called.getName().equals(method)) {
            return answer.to(arguments);
          }
          try {
            return called.invoke(same, arguments);
          } catch (InvocationTargetException e) {
            throw e.getCause();
          }
        };
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }

  private interface Answer {
    Object to(Object[] arguments) throws SQLException;
  }
}
