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
 * The runs of a subscription and the dates that each reports: all complete days since the previous
 * run; all complete weeks for a weekly report, months for a monthly one. Depends on neither clock
 * nor ledger.
 *
 * <p>After a long stop one run reports all missed days, at most the last seven. Weeks and months
 * keep one run each: the newest is made however late, earlier ones within seven days.
 */
public record ReportPlan(ReportKind kind, Schedule schedule, ZoneId zone) {

  private static final Duration CATCH_UP = Duration.ofDays(7);

  /** The first run after {@code now} that reports any dates. */
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
   * Returns what is due at {@code now}.
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

  /** Newest first. */
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

  /** The newest run, extended by the dates that earlier ones should have covered. */
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
