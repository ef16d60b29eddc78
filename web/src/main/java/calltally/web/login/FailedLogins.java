package calltally.web.login;

import static calltally.sql.jooq.web.Tables.FAILED_LOGIN;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.InetAddress;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/** Counts failed logins: five for a user and twenty from an address, in 15 minutes. */
final class FailedLogins {

  private static final int MOST_OF_USER = 5;
  private static final int MOST_FROM_ADDRESS = 20;
  private static final Duration REMEMBERED = Duration.ofMinutes(15);

  private final DSLContext sql;
  private final InstantSource clock;

  FailedLogins(DataSource web, InstantSource clock) {
    this.sql = DSL.using(web, SQLDialect.POSTGRES);
    this.clock = clock;
  }

  /** Notes a login before its password is checked; returns false when there were too many. */
  boolean begin(String user, InetAddress address) {
    Instant now = clock.instant();
    byte[] hash = hash(user);
    String from = address.getHostAddress();
    return sql.transactionResult(
        transaction -> {
          DSLContext own = transaction.dsl();
          own.execute("lock table web.failed_login in share row exclusive mode");
          own.deleteFrom(FAILED_LOGIN)
              .where(FAILED_LOGIN.TRIED_AT.lt(now.minus(REMEMBERED)))
              // A clock that was ahead must not lock anybody out for longer.
              .or(FAILED_LOGIN.TRIED_AT.gt(now.plus(REMEMBERED)))
              .execute();
          boolean isAllowed =
              own.fetchCount(FAILED_LOGIN, FAILED_LOGIN.USER_HASH.eq(hash)) < MOST_OF_USER
                  && own.fetchCount(FAILED_LOGIN, FAILED_LOGIN.ADDRESS.eq(from))
                      < MOST_FROM_ADDRESS;
          if (isAllowed) {
            own.insertInto(FAILED_LOGIN)
                .set(FAILED_LOGIN.USER_HASH, hash)
                .set(FAILED_LOGIN.ADDRESS, from)
                .set(FAILED_LOGIN.TRIED_AT, now)
                .execute();
          }
          return isAllowed;
        });
  }

  /** Forgets the user's failed logins: this one was right. */
  void succeeded(String user) {
    sql.deleteFrom(FAILED_LOGIN).where(FAILED_LOGIN.USER_HASH.eq(hash(user))).execute();
  }

  private static byte[] hash(String user) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(user.getBytes(UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
