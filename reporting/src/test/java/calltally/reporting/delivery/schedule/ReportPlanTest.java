package calltally.reporting.delivery.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import calltally.reporting.report.DateRange;
import calltally.reporting.report.ReportKind;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class ReportPlanTest {

  private static final ZoneId MINSK = ZoneId.of("Europe/Minsk");

  @ParameterizedTest
  @CsvSource({
    "daily,   daily 08:00,      2026-11-20T09:00, 2026-11-19, 2026-11-20",
    "daily,   weekdays 08:00,   2026-11-23T09:00, 2026-11-20, 2026-11-23",
    "daily,   weekly mon 08:00, 2026-11-23T09:00, 2026-11-16, 2026-11-23",
    "missed,  weekdays 08:00,   2026-11-24T09:00, 2026-11-23, 2026-11-24",
    "weekly,  weekly mon 08:00, 2026-11-23T09:00, 2026-11-16, 2026-11-23",
    "weekly,  daily 08:00,      2026-11-23T09:00, 2026-11-16, 2026-11-23",
    "monthly, monthly 1 08:00,  2026-11-01T09:00, 2026-10-01, 2026-11-01",
    "monthly, monthly 15 08:00, 2026-11-15T09:00, 2026-10-01, 2026-11-01",
    "manager, monthly 1 08:00,  2026-11-01T09:00, 2026-10-01, 2026-11-01",
    "manager, weekly mon 08:00, 2026-11-23T09:00, 2026-11-16, 2026-11-23"
  })
  void a_run_covers_all_complete_dates_since_the_run_before(
      String kind, String schedule, LocalDateTime now, LocalDate from, LocalDate until) {
    Instant instant = instant(now);

    DueRuns due = plan(kind, schedule).due(instant, instant.minus(Duration.ofDays(1)), null);

    assertThat(due.runs())
        .extracting(PlannedRun::dates)
        .containsExactly(new DateRange(from, until));
    assertThat(due.skippedDates()).isEmpty();
  }

  @Test
  void a_weekly_report_is_not_due_between_two_mondays() {
    Instant now = instant(LocalDateTime.parse("2026-11-26T09:00"));

    assertThat(plan("weekly", "daily 08:00").due(now, now.minus(Duration.ofDays(1)), null))
        .isEqualTo(DueRuns.NOTHING);
  }

  @Test
  void runs_before_the_subscription_existed_are_not_due() {
    Instant eight = instant(LocalDateTime.parse("2026-11-20T08:00"));
    ReportPlan plan = plan("daily", "daily 08:00");

    assertThat(plan.due(eight, eight.plusMillis(1), null)).isEqualTo(DueRuns.NOTHING);
    assertThat(plan.due(eight, eight, null).runs()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-14, 2026-11-14,",
    "2026-11-13, 2026-11-13,",
    "2026-11-12, 2026-11-13, 2026-11-12",
    "2026-09-01, 2026-11-13, 2026-09-01"
  })
  void after_a_stop_one_run_covers_at_most_seven_days_and_the_rest_is_skipped(
      LocalDate reportedUntil, LocalDate from, @Nullable LocalDate skippedFrom) {
    Instant now = instant(LocalDateTime.parse("2026-11-20T10:00"));

    DueRuns due = plan("daily", "daily 08:00").due(now, Instant.EPOCH, reportedUntil);

    assertThat(due.runs())
        .extracting(PlannedRun::dates)
        .containsExactly(new DateRange(from, LocalDate.of(2026, 11, 20)));
    assertThat(due.skipped())
        .isEqualTo(skippedFrom == null ? null : new DateRange(skippedFrom, from));
  }

  @Test
  void weeks_and_months_keep_a_report_each_the_newest_first() {
    Instant now = instant(LocalDateTime.parse("2026-11-30T08:00"));
    LocalDate reportedUntil = LocalDate.of(2026, 11, 9);

    DueRuns due = plan("weekly", "weekly mon 08:00").due(now, Instant.EPOCH, reportedUntil);

    assertThat(due.runs())
        .extracting(PlannedRun::dates)
        .containsExactly(week("2026-11-23"), week("2026-11-16"));
    assertThat(due.skipped()).isEqualTo(week("2026-11-09"));
  }

  @Test
  void the_newest_month_is_reported_however_late() {
    Instant now = instant(LocalDateTime.parse("2026-11-29T08:00"));

    DueRuns due =
        plan("monthly", "monthly 1 08:00").due(now, Instant.EPOCH, LocalDate.of(2026, 10, 1));

    assertThat(due.runs())
        .extracting(PlannedRun::dates)
        .containsExactly(new DateRange(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 11, 1)));
  }

  @ParameterizedTest
  @CsvSource({
    "daily,   weekdays 08:00,   2026-11-20T08:00, 2026-11-23T08:00",
    "daily,   daily 08:00,      2026-11-20T07:59, 2026-11-20T08:00",
    "weekly,  daily 08:00,      2026-11-24T08:00, 2026-11-30T08:00",
    "monthly, monthly 31 08:00, 2026-11-30T08:00, 2026-12-31T08:00"
  })
  void the_next_run_is_the_first_one_with_dates_to_report(
      String kind, String schedule, LocalDateTime now, LocalDateTime next) {
    assertThat(plan(kind, schedule).next(instant(now)).at()).isEqualTo(instant(next));
  }

  static Stream<Arguments> twoYears() {
    List<String> schedules =
        List.of(
            "daily daily 08:00",
            "daily daily 00:00",
            "daily daily 02:30",
            "daily weekdays 02:30",
            "daily weekly mon,thu 08:00",
            "missed weekdays 08:00",
            "weekly weekly mon 00:00",
            "weekly weekdays 02:30",
            "monthly monthly 1 00:00",
            "monthly monthly 31 02:30",
            "manager monthly 29 08:00");
    return Stream.of("Europe/Warsaw", "Africa/Cairo", "Asia/Kolkata", "Europe/Minsk")
        .flatMap(zone -> schedules.stream().map(schedule -> Arguments.of(zone, schedule)));
  }

  @ParameterizedTest
  @MethodSource("twoYears")
  void in_two_years_with_stops_and_clock_changes_every_date_is_reported_once(
      ZoneId zone, String kindAndSchedule) {
    String[] words = kindAndSchedule.split(" ", 2);
    ReportPlan plan =
        new ReportPlan(
            ReportKind.valueOf(words[0].toUpperCase(java.util.Locale.ROOT)),
            Schedule.parse(words[1]),
            zone);
    Random random = new Random(kindAndSchedule.hashCode());
    Instant since = Instant.parse("2026-01-01T12:00:00Z");
    Instant end = Instant.parse("2028-01-01T12:00:00Z");
    List<DateRange> reported = new ArrayList<>();
    LocalDate until = null;

    for (Instant now = since; now.isBefore(end); now = now.plus(pause(random))) {
      DueRuns due = plan.due(now, since, until);
      assertThat(due.runs())
          .allSatisfy(run -> assertThat(run.dates().end(zone)).isBeforeOrEqualTo(run.at()));
      List<DateRange> added =
          Stream.concat(
                  Stream.ofNullable(due.skipped()), due.runs().stream().map(PlannedRun::dates))
              .sorted(java.util.Comparator.comparing(DateRange::from))
              .toList();
      reported.addAll(added);
      until = added.isEmpty() ? until : added.get(added.size() - 1).until();
      assertThat(plan.due(now, since, until)).isEqualTo(DueRuns.NOTHING);
    }

    for (int i = 1; i < reported.size(); i++) {
      assertThat(reported.get(i).from()).isEqualTo(reported.get(i - 1).until());
    }
    LocalDate last = Objects.requireNonNull(until);
    assertThat(Duration.between(last.atStartOfDay(zone), end.atZone(zone)))
        .isLessThan(Duration.ofDays(62));
  }

  /** Mostly minutes; now and then a clock that is set back, or a stop of days. */
  private static Duration pause(Random random) {
    return switch (random.nextInt(200)) {
      case 0 -> Duration.ofHours(random.nextInt(24 * 12));
      case 1 -> Duration.ofMinutes(-random.nextInt(120));
      default -> Duration.ofMinutes(random.nextInt(240));
    };
  }

  private static ReportPlan plan(String kind, String schedule) {
    return new ReportPlan(
        ReportKind.valueOf(kind.toUpperCase(java.util.Locale.ROOT)),
        Schedule.parse(schedule),
        MINSK);
  }

  private static DateRange week(String monday) {
    return new DateRange(LocalDate.parse(monday), LocalDate.parse(monday).plusWeeks(1));
  }

  private static Instant instant(LocalDateTime local) {
    return local.atZone(MINSK).toInstant();
  }
}
