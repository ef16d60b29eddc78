package calltally.reporting.alarm;

import static calltally.sql.jooq.ledger.Tables.ALARM;
import static calltally.sql.jooq.ledger.Tables.ALARM_NOTICE;

import calltally.reporting.mail.CircuitBreakers;
import calltally.reporting.report.query.History;
import calltally.sql.DatabaseRole;
import java.io.IOException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A company with twelve calls between 10 and 11 on its usual Fridays, and one Friday without; its
 * alarms, and a webhook that receives them.
 */
final class AlarmFixture implements AutoCloseable {

  static final SpoolFill EMPTY = new SpoolFill("one/spool", 0, 1000);
  static final SpoolFill FULL = new SpoolFill("one/spool", 800, 1000);
  static final RefusedRequests NONE_REFUSED = new RefusedRequests("spool", 0);

  private static final ZoneId MINSK = ZoneId.of("Europe/Minsk");
  private static final String AFTERWARDS = "2026-11-21T00:00:00";

  final CircuitBreakers breakers =
      new CircuitBreakers(InstantSource.fixed(Instant.parse("2026-11-20T08:00:00Z")));
  final History history = new History(MINSK);
  private WebhookListener listener;

  AlarmFixture() throws IOException {
    listener = new WebhookListener();
    history.shift(DayOfWeek.FRIDAY, "09:00", "18:00");
    for (String friday : List.of("10-23", "10-30", "11-06", "11-13")) {
      for (int minute = 0; minute < 60; minute += 5) {
        answered("2026-%sT10:%02d:00".formatted(friday, minute));
        answered("2026-%sT14:%02d:00".formatted(friday, minute));
      }
    }
    answered("2026-11-20T10:01:00");
    answered("2026-11-20T10:20:00");
    for (int call = 0; call < 11; call++) {
      history.missed(
          "2026-11-20T14:%02d:00".formatted(call), "+375291110001", History.SALES, History.ANNA);
    }
    history.refreshed();
    refreshedAt(AFTERWARDS);
  }

  private void answered(String localTime) {
    history.answered(localTime, "+375291110000", History.SALES, History.ANNA);
  }

  /** Takes back every alarm and delivery, and forgets what the webhook has heard. */
  void forget() throws IOException {
    listener.close();
    listener = new WebhookListener();
    history.sql().deleteFrom(ALARM_NOTICE).execute();
    history.sql().deleteFrom(ALARM).execute();
    history.sql().execute("delete from ledger.delivery");
    history.sql().execute("delete from ledger.mailing");
    refreshedAt(AFTERWARDS);
  }

  @Override
  public void close() {
    listener.close();
    history.close();
  }

  WebhookListener listener() {
    return listener;
  }

  void refreshedAt(String localTime) {
    history
        .sql()
        .execute(
            "update calls.refresh_cursor set refreshed_at = cast(? as timestamptz)",
            history.instant(localTime));
  }

  InstantSource at(String localTime) {
    return InstantSource.fixed(history.instant(localTime));
  }

  WebhookChannel webhook() {
    return WebhookChannel.of(listener.address(), "a secret for alarms");
  }

  AlarmMonitor monitor() {
    return monitor(webhook());
  }

  AlarmMonitor monitor(AlarmChannel... receivers) {
    return monitor(database(), receivers);
  }

  AlarmMonitor monitor(DataSource database, AlarmChannel... receivers) {
    return new AlarmMonitor(
        database, AlarmThresholds.DEFAULT, List.of(receivers), breakers, Locale.ENGLISH, MINSK);
  }

  /** Connections of the role that may do what reports may. */
  DataSource database() {
    return history.as(DatabaseRole.REPORT);
  }

  /** The same, each a session of its own, whose address may be changed. */
  PGSimpleDataSource unpooled() {
    PGSimpleDataSource owner = (PGSimpleDataSource) history.owner();
    PGSimpleDataSource database = new PGSimpleDataSource();
    database.setUrl(owner.getUrl());
    database.setUser(owner.getUser());
    database.setOptions("-c role=calltally_report");
    return database;
  }
}
