package calltally.sql.settings;

import static java.util.stream.Collectors.toSet;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Marks the sources of a running service, so that no other program takes them away unasked.
 *
 * <p>Each has an advisory lock, which several services may share. It belongs to a connection of its
 * own: PostgreSQL releases it when the process dies.
 */
public final class SourceLease implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(SourceLease.class);
  private static final String TAKE =
      "select pg_try_advisory_lock_shared({0}, hashtext('calltally.source'))";
  private static final String RELEASE =
      "select pg_advisory_unlock_shared({0}, hashtext('calltally.source'))";
  private static final String SERVICE =
      "calltally serve, process " + ProcessHandle.current().pid();
  private static final int SECONDS_TO_ANSWER = 3;

  private final DataSource database;
  private final Predicate<String> isMine;
  private final LostSources losses = new LostSources();
  private final Set<Integer> held = new HashSet<>();
  private @Nullable Connection connection;

  /**
   * A lease that is not held yet.
   *
   * @param database connections that notice within seconds that the other side is gone
   * @param isMine whether the service takes notifications of the source with that name
   */
  public SourceLease(DataSource database, Predicate<String> isMine) {
    this.database = database;
    this.isMine = isMine;
  }

  /** Leases the service's active sources; logs what another program has taken from them. */
  public synchronized void renew() {
    try {
      renew(DSL.using(connected(), SQLDialect.POSTGRES));
    } catch (SQLException e) {
      disconnect();
      throw new DataAccessException("cannot lease the sources: the database must answer", e);
    }
  }

  private void renew(DSLContext sql) {
    List<SourceAccess> mine =
        new SelectAccess(sql)
            .run().stream().filter(source -> isMine.test(source.name())).toList();
    losses.log(mine);
    Set<Integer> wanted = mine.stream().map(SourceAccess::sourceId).collect(toSet());
    held.stream().filter(sourceId -> !wanted.contains(sourceId)).forEach(id -> run(sql, RELEASE, id));
    wanted.stream().filter(sourceId -> !held.contains(sourceId)).forEach(id -> run(sql, TAKE, id));
    held.clear();
    held.addAll(wanted);
  }

  private static void run(DSLContext sql, String statement, int sourceId) {
    sql.fetch(statement, DSL.inline(sourceId));
  }

  /** The connection, opened again if it was lost, and the locks with it. */
  private Connection connected() throws SQLException {
    Connection open = connection;
    if (open == null || !open.isValid(SECONDS_TO_ANSWER)) {
      disconnect();
      open = database.getConnection();
      connection = open;
      open.setClientInfo("ApplicationName", SERVICE);
    }
    return open;
  }

  private void disconnect() {
    held.clear();
    Connection open = connection;
    connection = null;
    if (open != null) {
      try {
        open.close();
      } catch (SQLException e) {
        LOG.debug("connection was broken", e);
      }
    }
  }

  /** The next service may start at once: PostgreSQL ends a closed session a moment later. */
  @Override
  public synchronized void close() {
    Connection open = connection;
    if (open != null) {
      try (Statement statement = open.createStatement()) {
        statement.execute("select pg_advisory_unlock_all()");
      } catch (SQLException e) {
        LOG.debug("connection was broken", e);
      }
    }
    disconnect();
  }
}
