package calltally.sql;

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
 * Connections whose sessions are used again once they are closed, without what was set, prepared or
 * locked in them. A new session costs PostgreSQL more than most statements of a command: it starts
 * a process and reads the catalog.
 *
 * <p>A pool of HikariCP does not end what a session has set and locked, and has limits and threads
 * of its own.
 */
public final class ReusedSessions extends PGSimpleDataSource implements AutoCloseable {

  private static final long serialVersionUID = 1;
  private static final int MILLIS = 1000;

  private final String reset;
  private final transient Deque<Connection> idle = new ArrayDeque<>();
  private boolean closed;

  /** Sessions that are like new. */
  public ReusedSessions() {
    this("discard all");
  }

  /**
   * The same with another way to get there.
   *
   * @param reset statements that the role of the sessions may execute
   */
  public ReusedSessions(String reset) {
    this.reset = reset;
  }

  @Override
  public Connection getConnection() throws SQLException {
    Connection session = idleSession();
    while (session != null && !session.isValid(getConnectTimeout())) {
      session.close();
      session = idleSession();
    }
    return reusable(session == null ? super.getConnection() : session);
  }

  /** Ends the sessions that nobody uses, and each other one as soon as it is closed. */
  @Override
  public void close() {
    synchronized (idle) {
      closed = true;
    }
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
      session.setNetworkTimeout(Runnable::run, getSocketTimeout() * MILLIS);
      session.unwrap(PGConnection.class).setPrepareThreshold(getPrepareThreshold());
      try (Statement statement = session.createStatement()) {
        statement.execute(reset);
      }
      session.setReadOnly(isReadOnly());
      if (!isKept(session)) {
        session.close();
      }
    } catch (SQLException e) {
      closeQuietly(session);
    }
  }

  private boolean isKept(Connection session) {
    synchronized (idle) {
      if (!closed) {
        idle.addLast(session);
      }
      return !closed;
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
