package calltally.web.session;

import static calltally.sql.jooq.web.Tables.SESSION;
import static org.jooq.impl.DSL.condition;

import calltally.sql.jooq.web.tables.records.SessionRecord;
import calltally.web.http.Recent;
import calltally.web.user.User;
import calltally.web.user.Users;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/**
 * All sessions, kept in the database, so that they outlive the process. One that another process
 * ends goes on here for five seconds.
 */
public final class Sessions {

  private static final Duration IDLE = Duration.ofHours(8);
  private static final Duration LONGEST = Duration.ofDays(7);
  private static final Duration PRECISION = Duration.ofMinutes(5);

  /** One from further ahead was used when a clock was wrong, and would last too long. */
  private static final Duration AHEAD = Duration.ofMinutes(5);

  private final DSLContext sql;
  private final Users users;
  private final InstantSource clock;
  private final Recent<SessionId, SessionRecord> recent = new Recent<>();

  /**
   * The sessions of these users.
   *
   * @param web connections of the role calltally_web
   */
  public Sessions(DataSource web, Users users, InstantSource clock) {
    this.sql = DSL.using(web, SQLDialect.POSTGRES);
    this.users = users;
    this.clock = clock;
  }

  /** Logs a browser in, under a new number. */
  public Session begin(User user) {
    Instant now = clock.instant();
    SessionId id = SessionId.random();
    deleteEnded(now);
    sql.insertInto(SESSION)
        .set(SESSION.SESSION_HASH, id.hash())
        .set(SESSION.USER_NAME, user.name())
        .set(SESSION.CREDENTIAL_HASH, user.password().digest())
        .set(SESSION.CREATED_AT, now)
        .set(SESSION.SEEN_AT, now)
        .execute();
    return new Session(id, user);
  }

  private void deleteEnded(Instant now) {
    sql.deleteFrom(SESSION)
        .where(SESSION.SEEN_AT.lt(now.minus(IDLE)))
        .or(SESSION.CREATED_AT.lt(now.minus(LONGEST)))
        .or(SESSION.SEEN_AT.gt(now.plus(AHEAD)))
        .execute();
  }

  /** The session with that number; empty when it has ended. */
  public Optional<Session> find(SessionId id) {
    Instant now = clock.instant();
    return recent.get(id, now, () -> row(id)).flatMap(row -> resumed(id, row, now));
  }

  private Optional<SessionRecord> row(SessionId id) {
    return sql.selectFrom(SESSION).where(SESSION.SESSION_HASH.eq(id.hash())).fetchOptional();
  }

  /** Ends with time, or when the user is gone from the configuration or has another password. */
  private Optional<Session> resumed(SessionId id, SessionRecord row, Instant now) {
    if (row.getSeenAt().isBefore(now.minus(IDLE))
        || row.getCreatedAt().isBefore(now.minus(LONGEST))
        || row.getSeenAt().isAfter(now.plus(AHEAD))) {
      return Optional.empty();
    }
    Optional<User> user =
        users
            .named(row.getUserName())
            .filter(
                known -> MessageDigest.isEqual(known.password().digest(), row.getCredentialHash()));
    if (user.isPresent() && row.getSeenAt().isBefore(now.minus(PRECISION))) {
      sql.update(SESSION)
          .set(SESSION.SEEN_AT, now)
          .where(SESSION.SESSION_HASH.eq(id.hash()))
          // A reader need not wait for the disk: after a crash, the five minutes before count.
          .and(condition("set_config('synchronous_commit', 'off', true) is not null"))
          .execute();
      recent.forget(id);
    }
    return user.map(known -> new Session(id, known));
  }

  /**
   * Logs everybody out.
   *
   * @param owner connections of a role that may
   */
  public static void endAll(DataSource owner) {
    DSL.using(owner, SQLDialect.POSTGRES).deleteFrom(SESSION).execute();
  }

  public void end(SessionId id) {
    sql.deleteFrom(SESSION).where(SESSION.SESSION_HASH.eq(id.hash())).execute();
    recent.forget(id);
  }
}
