package calltally.reporting.report;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far the figures of a period can be trusted.
 *
 * @param notifications received for it, each counted once
 * @param duplicates deliveries that repeated one
 * @param rejected requests that could not become one
 * @param late received more than 5 minutes after they occurred
 * @param calls internal ones included
 * @param callsComplete with start, end and paired members
 * @param lowCoverage dates whose coverage is so low that a report has to say so first
 * @param daysWithoutData dates with working hours on which nothing at all was received
 * @param silences dates on which the feed was silent for longer than it usually is
 * @param lastCallAt when the last call before the report started, for a period on which nothing was
 *     received; else null, and when there was no call
 */
public record DataQuality(
    int notifications,
    int duplicates,
    int rejected,
    int late,
    int calls,
    int callsComplete,
    int internal,
    List<LowCoverage> lowCoverage,
    List<LocalDate> daysWithoutData,
    List<Silence> silences,
    @Nullable Instant lastCallAt) {

  public DataQuality {
    lowCoverage = List.copyOf(lowCoverage);
    daysWithoutData = List.copyOf(daysWithoutData);
    silences = List.copyOf(silences);
  }

  /** A date with a low coverage: complete calls ÷ calls. */
  public record LowCoverage(LocalDate date, Rate coverage) {}

  /**
   * A date with a longer silence in its working hours than is usual.
   *
   * @param from its start; null when unknown
   * @param until its end; null when unknown
   * @param longest without a notification
   * @param limit what was still usual
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

  /** Whether anything at all was received. */
  public boolean hasData() {
    return notifications > 0;
  }
}
