package calltally.exchange.itoolabs;

import calltally.exchange.field.Fields;
import calltally.exchange.field.NotANotification;
import calltally.exchange.text.OccurrenceTime;
import calltally.exchange.text.ReportedDuration;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the exchange says of a call, or a part of one, when it is over.
 *
 * @param hasOffset false when the start was read in the zone of the source
 * @param waiting from the start to the answer; empty when it is not told, or cannot be
 * @param length from the start to the end, the waiting included
 * @param status of the definitions; null when it is not told, or not known
 * @param link as sent
 */
record ITooLabsHistory(
    Optional<Instant> start,
    boolean hasOffset,
    Optional<Duration> waiting,
    Optional<Duration> length,
    @Nullable String status,
    Optional<String> link) {

  private static final Pattern BLANKS = Pattern.compile("\\s+");
  private static final Pattern COMPACT = Pattern.compile("\\d{8}T\\d{6}Z");
  private static final Pattern DATE_AND_TIME =
      Pattern.compile("(\\d{4}-\\d\\d-\\d\\d) +(?=\\d\\d:)");

  /**
   * Reads the fields.
   *
   * @param zone of a start without an offset
   * @throws NotANotification when the start is no time
   */
  static ITooLabsHistory read(Fields fields, ZoneId zone) {
    Optional<Duration> length = fields.word("duration").flatMap(ITooLabsHistory::duration);
    Optional<OccurrenceTime> start = fields.word("start").map(sent -> start(sent, zone));
    return new ITooLabsHistory(
        start.map(OccurrenceTime::instant),
        start.filter(time -> !time.hasOffset()).isEmpty(),
        fields
            .word("wait")
            .flatMap(ITooLabsHistory::duration)
            .filter(wait -> length.isEmpty() || wait.compareTo(length.get()) <= 0),
        length,
        fields.word("status").map(ITooLabsHistory::status).orElse(null),
        fields.word("link"));
  }

  /** The vendor's sample has blanks within the time. */
  private static OccurrenceTime start(String sent, ZoneId zone) {
    String bare = BLANKS.matcher(sent).replaceAll("");
    String written =
        COMPACT.matcher(bare).matches() ? bare : DATE_AND_TIME.matcher(sent).replaceFirst("$1T");
    return OccurrenceTime.parse(written, zone)
        .orElseThrow(
            () ->
                new NotANotification(
                    "start", "the time must be in UTC, such as 20261120T060000Z", sent));
  }

  private static Optional<Duration> duration(String sent) {
    return ReportedDuration.parse(sent)
        .map(seconds -> Duration.ofMillis(seconds.movePointRight(3).longValue()));
  }

  private static @Nullable String status(String sent) {
    return switch (sent.replaceAll("[\\s_-]", "").toLowerCase(Locale.ROOT)) {
      case "success" -> "answer";
      case "missed" -> "noanswer";
      case "cancel", "canceled", "cancelled" -> "cancel";
      case "busy" -> "busy";
      case "notavailable" -> "unavailable";
      case "notallowed", "notfound" -> "other";
      default -> null;
    };
  }

  boolean isSuccess() {
    return "answer".equals(status);
  }

  Optional<Instant> end() {
    return start.flatMap(from -> length.map(from::plus));
  }

  /** Empty when there was none, or its time is not told. */
  Optional<Instant> answer() {
    return isSuccess() ? start.flatMap(from -> waiting.map(from::plus)) : Optional.empty();
  }

  /** Seconds; null when there was no talk, or it is not told how long it lasted. */
  @Nullable BigDecimal talkSeconds() {
    return isSuccess() && waiting.isPresent() && length.isPresent()
        ? BigDecimal.valueOf(length.get().minus(waiting.get()).toMillis(), 3).stripTrailingZeros()
        : null;
  }
}
