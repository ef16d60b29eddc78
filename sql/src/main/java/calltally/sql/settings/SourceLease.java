package calltally.sql.settings;

import calltally.sql.AdvisoryLockConnection;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;

/**
 * Protects the sources of a running service: no other program takes them away unasked.
 *
 * <p>It is an advisory lock, which several services share. One for each source would fill the
 * server's table of locks.
 */
public final class SourceLease implements AutoCloseable {

  private static final String TAKE =
      "select pg_try_advisory_lock_shared(0, hashtext('calltally.source'))";
  private static final String RELEASE = "select pg_advisory_unlock_all()";
  private static final String SERVICE = "calltally serve, process " + ProcessHandle.current().pid();

  private final AdvisoryLockConnection lock;
  private final Predicate<String> isMine;
  private final LostSources losses = new LostSources();

  /**
   * A lease that is not held yet.
   *
   * @param database connections that notice within seconds that the other side is gone
   * @param isMine whether the service takes notifications of the source with that name
   */
  public SourceLease(DataSource database, Predicate<String> isMine) {
    this.lock = new AdvisoryLockConnection(database);
    this.isMine = isMine;
  }

  /** Holds the lock while any source is left; logs what another program has taken. */
  public synchronized void renew() {
    try {
      Connection open = lock.open();
      open.setClientInfo("ApplicationName", SERVICE);
      renew(DSL.using(open));
    } catch (SQLException e) {
      lock.disconnect();
      throw new DataAccessException("cannot lease the sources: the database must answer", e);
    }
  }

  private void renew(DSLContext sql) {
    List<SourceAccess> mine =
        new SelectAccess(sql).run().stream().filter(source -> isMine.test(source.name())).toList();
    losses.log(mine);
    boolean isWanted = !mine.isEmpty();
    if (isWanted != lock.isHeld()) {
      sql.fetch(isWanted ? TAKE : RELEASE);
      lock.setHeld(isWanted);
    }
  }

  @Override
  public synchronized void close() {
    lock.close();
  }
}
