package calltally.reporting.delivery;

import static calltally.sql.jooq.config.Tables.SOURCE;
import static org.assertj.core.api.Assertions.assertThat;

import calltally.reporting.delivery.schedule.Schedule;
import calltally.reporting.delivery.subscription.DeliveryRules;
import calltally.reporting.delivery.subscription.Recipients;
import calltally.reporting.delivery.subscription.ReportOptions;
import calltally.reporting.delivery.subscription.Subscription;
import calltally.reporting.mail.MailAddress;
import calltally.reporting.render.ReportFormat;
import calltally.reporting.report.CustomerNumbers;
import calltally.reporting.report.ReportFilter;
import calltally.reporting.report.ReportKind;
import calltally.sql.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two years of a ledger on a simulated clock: four zones, every kind of schedule, stops. */
@Tag("faults")
final class LedgerYearsTest {

  private static final List<String> ZONES =
      List.of("Europe/Warsaw", "Africa/Cairo", "Asia/Kolkata", "Europe/Minsk");

  private static final String BROKEN =
      """
      select m.subscription, m.from_date, lag(m.until_date) over w as until_before
      from ledger.mailing as m
      window w as (partition by m.source_id, m.subscription order by m.from_date)
      """;

  @Test
  void every_date_is_in_one_mailing_of_each_subscription() {
    try (TestDatabase database = TestDatabase.create()) {
      DSLContext sql = DSL.using(database.owner(), SQLDialect.POSTGRES);
      List<Subscription> subscriptions = subscriptions(sql);
      Random random = new Random(1);
      Instant end = Instant.parse("2028-01-01T00:00:00Z");
      for (Instant now = Instant.parse("2026-01-01T00:00:00Z");
          now.isBefore(end);
          now = now.plus(pause(random))) {
        new RecordDueReports(subscriptions, now).run(sql);
      }

      assertThat(
              sql.fetch(
                  "select * from (%s) as b where from_date <> until_before".formatted(BROKEN)))
          .isEmpty();
      assertThat(
              sql.fetch(
                  """
                  select subscription
                  from ledger.mailing
                  group by source_id, subscription
                  having max(until_date) < '2027-11-01' or min(from_date) > '2026-02-01'
                  """))
          .isEmpty();
      assertThat(
              sql.fetchValue(
                  "select count(distinct (source_id, subscription)) from ledger.mailing"))
          .isEqualTo((long) subscriptions.size());
      assertThat(sql.fetchValue("select count(*) from ledger.mailing where state = 'skipped'"))
          .isNotEqualTo(0L);
    }
  }

  private static List<Subscription> subscriptions(DSLContext sql) {
    List<Subscription> subscriptions = new ArrayList<>();
    for (String zone : ZONES) {
      sql.insertInto(SOURCE, SOURCE.NAME, SOURCE.ZONE, SOURCE.REGION)
          .values(zone, zone, "ZZ")
          .execute();
      subscriptions.add(subscription(zone, ReportKind.DAILY, "daily 02:30"));
      subscriptions.add(subscription(zone, ReportKind.MISSED, "weekdays 00:00"));
      subscriptions.add(subscription(zone, ReportKind.WEEKLY, "weekly mon 08:00"));
      subscriptions.add(subscription(zone, ReportKind.MONTHLY, "monthly 31 08:00"));
      subscriptions.add(subscription(zone, ReportKind.MANAGER, "monthly 1 08:00"));
    }
    return subscriptions;
  }

  private static Subscription subscription(String zone, ReportKind kind, String schedule) {
    return new Subscription(
        null,
        kind,
        zone,
        ZoneId.of(zone),
        ReportFilter.NONE,
        null,
        new Recipients(List.of(MailAddress.parse("boss@example.com")), List.of()),
        new ReportOptions(Locale.ENGLISH, EnumSet.of(ReportFormat.PDF), CustomerNumbers.SHOWN),
        new DeliveryRules(
            Schedule.parse(schedule), Duration.ofHours(1), DeliveryRules.WhenEmpty.SEND));
  }

  /** Mostly hours; now and then a clock that is set back, or a stop of up to two weeks. */
  private static Duration pause(Random random) {
    return switch (random.nextInt(100)) {
      case 0 -> Duration.ofHours(random.nextInt(24 * 14));
      case 1 -> Duration.ofHours(-random.nextInt(3));
      default -> Duration.ofMinutes(random.nextInt(12 * 60));
    };
  }
}
