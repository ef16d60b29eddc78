package calltally.reporting.report;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * How far the figures of a period can be trusted.
 *
 * @param notifications received for the period, each counted once
 * @param duplicates deliveries that repeated a notification
 * @param rejected requests that could not become a notification
 * @param late notifications received more than 5 minutes after they occurred
 * @param calls all calls, internal ones included
 * @param callsComplete calls with a start, an end and both ends of every ring
 * @param untold what the exchange or a list of finished calls does not tell
 * @param lowCoverage dates whose coverage is so low that a report warns of it first
 * @param daysWithoutData dates with working hours on which nothing was received
 * @param workingDays dates with working hours that have begun
 * @param silences dates on which the feed was silent for longer than the limit
 * @param lastCallAt start of the last call before the report, if nothing was received for the
 *     period; null otherwise, or when there was no call
 */
public record DataQuality(
    int notifications,
    int duplicates,
    int rejected,
    int late,
    int calls,
    int callsComplete,
    int internal,
    Untold untold,
    List<LowCoverage> lowCoverage,
    List<LocalDate> daysWithoutData,
    int workingDays,
    List<Silence> silences,
    @Nullable Instant lastCallAt) {

  public DataQuality {
    lowCoverage = List.copyOf(lowCoverage);
    daysWithoutData = List.copyOf(daysWithoutData);
    silences = List.copyOf(silences);
  }

  /**
   * Incoming calls of which something is not told, so that figures leave them out.
   *
   * @param rings calls of which it is not told whose phones rang
   * @param waits answered or missed calls of which it is not told how long the caller waited
   */
  public record Untold(int rings, int waits) {

    public static final Untold NOTHING = new Untold(0, 0);

    /** Whether some managers may have been rung although no ring of theirs is known. */
    public boolean hasRings() {
      return rings > 0;
    }
  }

  /** A date with low coverage (complete calls ÷ calls). */
  public record LowCoverage(LocalDate date, Rate coverage) {}

  /**
   * A date with an unusually long silence within its working hours.
   *
   * @param from its start; null when unknown
   * @param until its end; null when unknown
   * @param longest time without a notification
   * @param limit the longest silence that is not reported
   */
  public record Silence(
      LocalDate date,
      @Nullable Instant from,
      @Nullable Instant until,
      Duration longest,
      Duration limit) {}

  /** Complete calls ÷ calls. */
  public Rate coverage() {
    return new Rate(callsComplete, calls);
  }

  /** How many working days have data, if so few that the figures are not those of the period. */
  public OptionalInt fewDaysReceived() {
    int missing = daysWithoutData.size();
    return hasData() && 2 * missing > workingDays
        ? OptionalInt.of(workingDays - missing)
        : OptionalInt.empty();
  }

  /** Whether anything at all was received. */
  public boolean hasData() {
    return notifications > 0;
  }
}
