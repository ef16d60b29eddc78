package calltally.app.check;

import static calltally.sql.jooq.config.Tables.SOURCE;

import calltally.app.terminal.Message;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneRules;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;

/**
 * Whether PostgreSQL and Java know the same offsets of the sources' time zones, from a year ago to
 * a year ahead: each has rules of its own, and both compute days.
 */
record ZonesCheck(DataSource database, InstantSource clock) {

  private static final CheckSubject SUBJECT = CheckSubject.ZONES;
  private static final Duration EITHER_SIDE = Duration.ofDays(366);
  private static final Message ADVICE = Message.of("check.zones.advice");

  /** The hours from which on an offset differs from the hour before, and the first hour. */
  private static final String CHANGES =
      """
      select o.at, o.seconds
      from (
          select
              h.at,
              extract(epoch from (h.at at time zone ?) - (h.at at time zone 'UTC'))::integer
                  as seconds,
              lag((h.at at time zone ?) - (h.at at time zone 'UTC')) over (order by h.at)
                  is distinct from (h.at at time zone ?) - (h.at at time zone 'UTC') as is_change
          from generate_series(?::timestamptz, ?::timestamptz, interval '1 hour') as h(at)) as o
      where o.is_change
      """;

  /** One, or one for each zone whose offsets differ. */
  public List<CheckResult> results() {
    DSLContext sql = DSL.using(database, SQLDialect.POSTGRES);
    List<String> zones =
        sql.selectDistinct(SOURCE.ZONE)
            .from(SOURCE)
            .where(SOURCE.ACTIVE)
            .orderBy(SOURCE.ZONE)
            .fetch(SOURCE.ZONE);
    List<CheckResult> wrong =
        zones.stream().map(zone -> result(sql, zone)).filter(ZonesCheck::isWrong).toList();
    return wrong.isEmpty()
        ? List.of(CheckResult.ok(SUBJECT, Message.of("check.zones.ok", String.join(", ", zones))))
        : wrong;
  }

  private static boolean isWrong(CheckResult result) {
    return result.status() != CheckStatus.OK;
  }

  private CheckResult result(DSLContext sql, String zone) {
    Instant from = clock.instant().minus(EITHER_SIDE).truncatedTo(ChronoUnit.HOURS);
    Instant until = from.plus(EITHER_SIDE).plus(EITHER_SIDE);
    NavigableMap<Instant, ZoneOffset> offsets = new TreeMap<>();
    try {
      sql.fetch(
              CHANGES,
              zone,
              zone,
              zone,
              from.atOffset(ZoneOffset.UTC),
              until.atOffset(ZoneOffset.UTC))
          .forEach(
              row ->
                  offsets.put(
                      row.get(0, OffsetDateTime.class).toInstant(),
                      ZoneOffset.ofTotalSeconds(row.get(1, Integer.class))));
    } catch (DataAccessException e) {
      return CheckResult.unknown(SUBJECT, e);
    }
    return compared(zone, offsets, from, until);
  }

  private static CheckResult compared(
      String zone, NavigableMap<Instant, ZoneOffset> offsets, Instant from, Instant until) {
    ZoneRules rules = ZoneId.of(zone).getRules();
    for (Instant hour = from; hour.isBefore(until); hour = hour.plus(1, ChronoUnit.HOURS)) {
      ZoneOffset there = offsets.floorEntry(hour).getValue();
      ZoneOffset here = rules.getOffset(hour);
      if (!here.equals(there)) {
        return CheckResult.failed(
            SUBJECT,
            Message.of(
                "check.zones.differ", zone, hour.toString(), there.toString(), here.toString()),
            ADVICE);
      }
    }
    return CheckResult.ok(SUBJECT, Message.verbatim(zone));
  }
}
