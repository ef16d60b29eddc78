package calltally.reporting.alarm;

import calltally.reporting.http.NotifyResult;
import calltally.reporting.mail.CircuitBreakers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Monitors everything that can fail unnoticed, and notifies the receivers. Each alarm is reported
 * once when it begins and once when it ends, however many monitors share a database.
 */
public final class AlarmMonitor {

  private static final Logger LOG = LoggerFactory.getLogger(AlarmMonitor.class);

  private final DSLContext sql;
  private final AlarmThresholds rules;
  private final AlarmReceivers receivers;
  private final AlarmLedger ledger;
  private final UnrecordedAlarm unrecordedAlarm;
  private final ZoneId zone;
  private final Map<MonitoredSource, PastHours> past = new HashMap<>();

  /**
   * Starts with no known problems.
   *
   * @param database connections of the role calltally_report
   * @param receivers who is notified
   * @param breakers shared by all who mail
   * @param locale the language of the messages to people
   * @param zone the zone of the times in alarms that concern all sources
   */
  public AlarmMonitor(
      DataSource database,
      AlarmThresholds rules,
      List<AlarmChannel> receivers,
      CircuitBreakers breakers,
      Locale locale,
      ZoneId zone) {
    this.sql = DSL.using(database, SQLDialect.POSTGRES);
    this.rules = rules;
    NoticeText words = new NoticeText(locale);
    this.receivers = new AlarmReceivers(receivers, words, breakers);
    this.ledger = new AlarmLedger(sql, this.receivers.names(), words);
    this.unrecordedAlarm = new UnrecordedAlarm(this.receivers, words);
    this.zone = zone;
  }

  /** The calls of earlier weeks; they change so rarely that reading them once an hour is enough. */
  private record PastHours(Instant hour, HourlyCalls calls) {}

  /**
   * Checks everything once, records what has changed and sends the notices that are due.
   *
   * @throws DataAccessException when the database is unavailable; a full spool has been reported
   *     even then
   */
  public void look(InstantSource clock, SpoolFill spool, RefusedRequests refused) {
    Instant now = clock.instant();
    Observation spoolFound = spool.observation(MonitoredSource.every(zone));
    try {
      unrecordedAlarm.writeInto(ledger);
      ledger.write(spoolFound, now);
      ledger.write(refused.observation(MonitoredSource.every(zone)), now);
      observations(now).forEach(observation -> ledger.write(observation, now));
    } catch (DataAccessException e) {
      unrecordedAlarm.send(spoolFound, zone, now);
      throw e;
    }
    send(clock);
  }

  private List<Observation> observations(Instant now) {
    List<Observation> found = new ArrayList<>();
    Observation refresh = new ObserveRefresh(MonitoredSource.every(zone), rules, now).run(sql);
    found.add(refresh);
    for (MonitoredSource source : new SelectMonitoredSources().run(sql)) {
      found.add(new ObserveReports(source, new SelectLateReports(source, now).run(sql)).run());
      found.add(new ObserveHandover(source, rules.handoverLate(), now).run(sql));
      if (refresh.state() == AlarmState.WELL) {
        RecentCalls recent = new SelectRecentCalls(source, now).run(sql);
        found.add(new ObserveFeed(source, recent, history(source, now), now).run());
        found.add(new ObserveMissedRate(source, recent.missed(), rules).run());
      }
    }
    return found;
  }

  private HourlyCalls history(MonitoredSource source, Instant now) {
    Instant hour = now.truncatedTo(ChronoUnit.HOURS);
    PastHours known = past.get(source);
    if (known == null || !known.hour().equals(hour)) {
      Instant from = now.minus(Duration.ofDays(7L * FeedRule.WEEKS + 2));
      Instant until = now.minus(Duration.ofDays(5));
      known = new PastHours(hour, new SelectHourlyCalls(source, from, until).run(sql));
      past.put(source, known);
    }
    return known.calls();
  }

  private void send(InstantSource clock) {
    Optional<Notice> notice = claim(clock.instant());
    while (notice.isPresent() && !Thread.currentThread().isInterrupted()) {
      send(notice.get(), clock);
      notice = claim(clock.instant());
    }
  }

  private Optional<Notice> claim(Instant now) {
    return ledger
        .claim(receivers.webhooks(), zone, now)
        .or(() -> ledger.claim(receivers.mailboxes(), zone, now));
  }

  private void send(Notice notice, InstantSource clock) {
    NotifyResult result = receivers.send(notice, clock.instant());
    ledger.end(notice, result, clock.instant());
    LOG.info(
        "alarm {}, {}, attempt {}: {}",
        notice.alarm().kind(),
        notice.id(),
        notice.attempts(),
        result.answer());
  }
}
