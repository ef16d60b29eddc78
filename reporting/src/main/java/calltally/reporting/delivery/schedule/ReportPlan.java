package calltally.reporting.delivery.schedule;

import calltally.reporting.report.DateRange;
import calltally.reporting.report.PeriodLength;
import calltally.reporting.report.ReportKind;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which runs a subscription has and what each tells of: all complete days since the run planned
 * before it; of a weekly report all complete weeks, of a monthly one all complete months. Knows
 * neither clock nor ledger.
 *
 * <p>After a long stop one run tells of all days that were missed, the last seven at most. Weeks
 * and months keep a run each: the newest is made however late, earlier ones within seven days.
 */
public record ReportPlan(ReportKind kind, Schedule schedule, ZoneId zone) {

  private static final Duration CATCH_UP = Duration.ofDays(7);

  /** The first run after {@code now} that tells of anything. */
  public PlannedRun next(Instant now) {
    LocalDate date = schedule.after(schedule.latest(now, zone));
    Optional<PlannedRun> run = run(date);
    while (run.isEmpty()) {
      date = schedule.after(date);
      run = run(date);
    }
    return run.get();
  }

  /**
   * What has to be made at {@code now}.
   *
   * @param since runs planned before are not due
   * @param reportedUntil the first date that no run has covered or skipped; null before the first
   */
  public DueRuns due(Instant now, Instant since, @Nullable LocalDate reportedUntil) {
    List<PlannedRun> missed = missed(now, since, reportedUntil);
    if (missed.isEmpty()) {
      return DueRuns.NOTHING;
    }
    LocalDate from =
        reportedUntil == null ? missed.get(missed.size() - 1).dates().from() : reportedUntil;
    return length() == PeriodLength.DAY
        ? DueRuns.of(List.of(together(missed.get(0), from)), from)
        : DueRuns.of(recent(missed, from, now), from);
  }

  /** The newest first. */
  private List<PlannedRun> missed(Instant now, Instant since, @Nullable LocalDate reportedUntil) {
    List<PlannedRun> missed = new ArrayList<>();
    LocalDate date = schedule.latest(now, zone);
    while (!schedule.on(date, zone).isBefore(since)
        && (reportedUntil == null || date.isAfter(reportedUntil))) {
      run(date)
          .filter(run -> reportedUntil == null || run.dates().until().isAfter(reportedUntil))
          .ifPresent(missed::add);
      date = schedule.before(date);
    }
    return missed;
  }

  private Optional<PlannedRun> run(LocalDate date) {
    LocalDate from = length().containing(schedule.before(date)).from();
    LocalDate until = length().containing(date).from();
    return from.isBefore(until)
        ? Optional.of(new PlannedRun(schedule.on(date, zone), new DateRange(from, until)))
        : Optional.empty();
  }

  private PeriodLength length() {
    return switch (kind) {
      case WEEKLY -> PeriodLength.WEEK;
      case MONTHLY -> PeriodLength.MONTH;
      case DAILY, MISSED, MANAGER -> PeriodLength.DAY;
    };
  }

  /** The run, which covers what earlier ones should have covered, too. */
  private static PlannedRun together(PlannedRun newest, LocalDate from) {
    LocalDate until = newest.dates().until();
    long days = Math.max(CATCH_UP.toDays(), newest.dates().days());
    return new PlannedRun(newest.at(), new DateRange(later(from, until.minusDays(days)), until));
  }

  private static List<PlannedRun> recent(List<PlannedRun> missed, LocalDate from, Instant now) {
    List<PlannedRun> recent = new ArrayList<>();
    for (PlannedRun run : missed) {
      if (recent.isEmpty() || !run.at().isBefore(now.minus(CATCH_UP))) {
        DateRange dates = run.dates();
        recent.add(
            new PlannedRun(run.at(), new DateRange(later(from, dates.from()), dates.until())));
      }
    }
    return recent;
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }
}
