package calltally.reporting.delivery;

import calltally.sql.testing.Eventually;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/**
 * A clock in the database, shared by all dispatchers. It advances by a minute once each of them has
 * finished its round, so that slow ones are not outrun.
 */
final class SharedClock implements InstantSource {

  private final DSLContext sql;

  SharedClock(DataSource database) {
    this.sql = DSL.using(database, SQLDialect.POSTGRES);
  }

  /** Creates a clock that shows the instant, for that many dispatchers. */
  static SharedClock create(DataSource database, Instant shown, int dispatchers) {
    SharedClock clock = new SharedClock(database);
    clock.sql.execute("create table simulated_clock (shown timestamptz, dispatchers integer)");
    clock.sql.execute("create table simulated_round (dispatcher text, shown timestamptz)");
    clock.sql.execute(
        "insert into simulated_clock values (?, ?)", Timestamp.from(shown), dispatchers);
    return clock;
  }

  @Override
  public Instant instant() {
    return sql.fetchSingle("select shown from simulated_clock").into(Timestamp.class).toInstant();
  }

  /** Records that the dispatcher has finished its round; returns when the clock has advanced. */
  void done(String dispatcher) {
    Instant shown = instant();
    sql.execute("insert into simulated_round values (?, ?)", dispatcher, Timestamp.from(shown));
    sql.execute(
        """
        update simulated_clock as c
        set shown = c.shown + interval '1 minute'
        where c.shown = ?
            and (select count(*) from simulated_round as r where r.shown = c.shown) = c.dispatchers
        """,
        Timestamp.from(shown));
    Eventually.until(() -> !instant().equals(shown));
  }
}
