package calltally.sql.testing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Connections whose sessions are used again once they are closed, like new but for what they have
 * planned: to plan again is most of what a small statement costs.
 *
 * <p>A pool of HikariCP has limits, threads and a state of its own that tests would notice.
 */
final class ReusedSessions extends PGSimpleDataSource implements AutoCloseable {

  private static final long serialVersionUID = 1;

  /** {@code discard all} without {@code discard plans}. */
  private static final String RESET =
      "close all; set session authorization default; reset all; deallocate all; unlisten *;"
          + " select pg_advisory_unlock_all(); discard temp; discard sequences";

  private final transient Deque<Connection> idle = new ArrayDeque<>();

  @Override
  public Connection getConnection() throws SQLException {
    Connection session = idleSession();
    while (session != null && !session.isValid(0)) {
      session.close();
      session = idleSession();
    }
    return reusable(session == null ? super.getConnection() : session);
  }

  @Override
  public void close() {
    for (Connection session = idleSession(); session != null; session = idleSession()) {
      closeQuietly(session);
    }
  }

  private @Nullable Connection idleSession() {
    synchronized (idle) {
      return idle.pollLast();
    }
  }

  private Connection reusable(Connection session) {
    AtomicBoolean closed = new AtomicBoolean();
    return (Connection)
        Proxy.newProxyInstance(
            Connection.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "close" -> {
                    if (!closed.getAndSet(true)) {
                      keep(session);
                    }
                    yield null;
                  }
                  case "isClosed" -> closed.get() || session.isClosed();
                  case "equals" -> proxy == arguments[0];
                  case "hashCode" -> System.identityHashCode(proxy);
                  default -> call(session, method, arguments);
                });
  }

  private static @Nullable Object call(
      Connection session, Method method, Object @Nullable [] arguments) throws Throwable {
    try {
      return method.invoke(session, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private void keep(Connection session) {
    try {
      if (session.isClosed()) {
        return;
      }
      if (!session.getAutoCommit()) {
        session.rollback();
        session.setAutoCommit(true);
      }
      session.setReadOnly(false);
      session.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
      session.setNetworkTimeout(Runnable::run, 0);
      session.unwrap(PGConnection.class).setPrepareThreshold(getPrepareThreshold());
      try (Statement statement = session.createStatement()) {
        statement.execute(RESET);
      }
      synchronized (idle) {
        idle.addLast(session);
      }
    } catch (SQLException e) {
      closeQuietly(session);
    }
  }

  private static void closeQuietly(Connection session) {
    try {
      session.close();
    } catch (SQLException e) {
      // its server is gone
    }
  }
}
