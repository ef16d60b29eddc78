package calltally.app.service;

import calltally.app.configuration.AlarmEntry;
import calltally.app.database.CallDatabase;
import calltally.ingest.metrics.Counters;
import calltally.ingest.spool.SpoolSettings;
import calltally.ingest.spool.SpoolUsage;
import calltally.reporting.alarm.AlarmMonitor;
import calltally.reporting.alarm.RefusedRequests;
import calltally.reporting.alarm.SpoolFill;
import calltally.reporting.mail.CircuitBreakers;
import calltally.sql.DatabaseRole;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;

/** Checks every minute whether an alarm must be raised or cleared. */
public final class AlarmLoop implements AutoCloseable {

  private static final String TASK = "alarms";
  private static final Duration BETWEEN_LOOKS = Duration.ofMinutes(1);
  private static final Duration LATE = Duration.ofMinutes(10);
  private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(1);

  private final TaskThread thread = new TaskThread("alarms", CLOSE_TIMEOUT);
  private final AlarmMonitor alarmMonitor;
  private final InstantSource clock;
  private final SpoolSettings spool;
  private final Counters counters;
  private final RefusalWindow refusals = new RefusalWindow();

  private AlarmLoop(
      AlarmMonitor alarmMonitor, InstantSource clock, SpoolSettings spool, Counters counters) {
    this.alarmMonitor = alarmMonitor;
    this.clock = clock;
    this.spool = spool;
    this.counters = counters;
  }

  /**
   * Starts the loop.
   *
   * @param zone of the times in alarms that concern all sources
   * @param breakers shared by all who mail
   */
  public static AlarmLoop start(
      AlarmEntry configured,
      SpoolSettings spool,
      ZoneId zone,
      InstantSource clock,
      CallDatabase database,
      CircuitBreakers breakers,
      Counters counters,
      TaskHealth health) {
    AlarmMonitor alarmMonitor =
        new AlarmMonitor(
            database.forTasks(DatabaseRole.REPORT),
            configured.rules(),
            configured.receivers(),
            breakers,
            configured.language(),
            zone);
    AlarmLoop loop = new AlarmLoop(alarmMonitor, clock, spool, counters);
    health.expect(TASK, LATE);
    loop.thread.repeat(BETWEEN_LOOKS, new RepeatingTask(TASK, loop::look, health));
    return loop;
  }

  private void look() {
    String place = spool.folder().toString();
    alarmMonitor.look(
        clock,
        new SpoolFill(place, spooled(), spool.size()),
        new RefusedRequests(place, refusals.growth(counters.securityEvents())));
  }

  private long spooled() {
    try {
      return SpoolUsage.of(spool.folder()).waiting();
    } catch (IOException e) {
      throw new UncheckedIOException(
          "cannot measure the spool: its folder must be readable (was %s)"
              .formatted(spool.folder()),
          e);
    }
  }

  @Override
  public void close() {
    thread.close();
  }
}
