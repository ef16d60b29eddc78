package calltally.reporting.delivery.schedule;

import calltally.reporting.report.DateRange;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The runs of a subscription that are due at some moment. Runs and skipped dates follow one another
 * without gap or overlap.
 *
 * @param runs newest first
 * @param skipped dates before the first run that are too old to be reported; null without any
 */
public record DueRuns(List<PlannedRun> runs, @Nullable DateRange skipped) {

  static final DueRuns NOTHING = new DueRuns(List.of(), null);

  public DueRuns {
    runs = List.copyOf(runs);
  }

  /** Of these runs, newest first; the dates from {@code from} to the first run's are skipped. */
  static DueRuns of(List<PlannedRun> runs, LocalDate from) {
    LocalDate first = runs.get(runs.size() - 1).dates().from();
    return new DueRuns(runs, from.isBefore(first) ? new DateRange(from, first) : null);
  }

  public Optional<DateRange> skippedDates() {
    return Optional.ofNullable(skipped);
  }
}
