package calltally.exchange.uis;

import calltally.exchange.CallEvent;
import calltally.exchange.field.Fields;
import calltally.exchange.field.NotANotification;
import calltally.exchange.text.CallStatus;
import calltally.exchange.text.MissingValue;
import calltally.exchange.text.OccurrenceTime;
import calltally.exchange.text.ReportedDuration;
import calltally.exchange.text.UnixTime;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A message made from a template.
 *
 * @param event of the definitions, as the template names it; empty for a recording
 * @param hasOffset whether the time was written for all zones
 * @param caller the customer in all events that a template names incoming
 * @param receiver line or employee in all events that a template names incoming
 * @param employee who talked last
 * @param status null when it is not told
 * @param duration of the talk in seconds; null when it is not told
 * @param recording link; empty when there is none
 */
record UisMessage(
    Optional<CallEvent> event,
    String callId,
    Instant time,
    boolean hasOffset,
    UisDirection direction,
    Optional<String> caller,
    Optional<String> receiver,
    Optional<String> employee,
    @Nullable String status,
    @Nullable BigDecimal duration,
    Optional<String> recording) {

  private static final String DATE_AND_TIME = "(\\d{4}-\\d\\d-\\d\\d) (?=\\d)";
  private static final String PLACEHOLDER = "\\{\\{[^{}]*}}";

  /**
   * Reads the fields.
   *
   * @param event empty for a recording
   * @param zone of the account
   * @throws NotANotification when they do not say which call, or when
   */
  static UisMessage read(Optional<CallEvent> event, Fields fields, ZoneId zone) {
    refusePlaceholders(fields);
    OccurrenceTime time = time(fields, zone);
    return new UisMessage(
        event,
        callId(fields),
        time.instant(),
        time.hasOffset(),
        UisDirection.of(fields, event),
        fields.text("caller"),
        fields.text("receiver"),
        word(fields, "employee"),
        word(fields, "status").flatMap(CallStatus::parse).orElse(null),
        word(fields, "duration").flatMap(ReportedDuration::parse).orElse(null),
        word(fields, "audio_path"));
  }

  private static String callId(Fields fields) {
    return word(fields, "pbx_id")
        .orElseThrow(() -> new NotANotification("pbx_id", "a call must have a pbx_id"));
  }

  /**
   * With or without an offset, or in seconds since 1970: the platform has a placeholder for each.
   */
  private static OccurrenceTime time(Fields fields, ZoneId zone) {
    return word(fields, "time")
        .flatMap(
            sent ->
                UnixTime.parse(sent)
                    .map(instant -> new OccurrenceTime(instant, true))
                    .or(() -> OccurrenceTime.parse(sent.replaceFirst(DATE_AND_TIME, "$1T"), zone)))
        .orElseThrow(
            () ->
                new NotANotification(
                    "time", "the time must be a date and time such as 2026-11-20 09:00:00"));
  }

  private static Optional<String> word(Fields fields, String name) {
    return fields.word(name).filter(word -> !MissingValue.is(word));
  }

  /** A placeholder that the kind of a notification does not have stays as it is. */
  private static void refusePlaceholders(Fields fields) {
    for (String name : fields.values().keySet()) {
      if (fields.word(name).filter(word -> word.matches(PLACEHOLDER)).isPresent()) {
        throw new NotANotification(name, "the placeholder must be one that this kind has");
      }
    }
  }

  boolean is(CallEvent other) {
    return event.filter(other::equals).isPresent();
  }

  boolean isOutgoing() {
    return direction == UisDirection.OUT;
  }

  boolean isInternal() {
    return direction == UisDirection.INTERNAL;
  }

  /** The other party: no template swaps it, whatever the direction. */
  Optional<String> customer() {
    return event.filter(CallEvent::isIncoming).isPresent() ? caller : receiver;
  }

  /** The company's party. */
  Optional<String> member() {
    return event.filter(CallEvent::isIncoming).isPresent() ? receiver : caller;
  }

  /** Only the length of the talk says that somebody talked. */
  @Nullable String endStatus() {
    return status == null && duration != null && duration.signum() > 0 ? "answer" : status;
  }
}
