package calltally.exchange.zadarma;

import calltally.exchange.field.Fields;
import calltally.exchange.field.NotANotification;
import calltally.exchange.text.OccurrenceTime;
import calltally.exchange.text.ReportedDuration;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A message about a call.
 *
 * @param callStart when the call began, whatever the event; empty when it is not told
 * @param caller number of who called: of the company's line in an outgoing call
 * @param line number that was called from outside
 * @param destination what was called: a number or an extension
 * @param internal extension; empty when none takes part
 * @param status how the call ended; null when it is not told
 * @param duration seconds; null when it is not told
 */
record ZadarmaMessage(
    ZadarmaEvent event,
    String callId,
    Optional<OccurrenceTime> callStart,
    Optional<String> caller,
    Optional<String> line,
    Optional<String> destination,
    Optional<String> internal,
    @Nullable String status,
    @Nullable BigDecimal duration) {

  private static final String DATE_AND_TIME = "(\\d{4}-\\d\\d-\\d\\d) (?=\\d)";

  /**
   * Reads the fields.
   *
   * @param zone of the account
   * @throws NotANotification when they do not say which call, or when it began
   */
  static ZadarmaMessage read(Fields fields, ZoneId zone) {
    ZadarmaEvent event = ZadarmaEvent.of(fields);
    Optional<OccurrenceTime> callStart =
        fields.word("call_start").flatMap(sent -> time(sent, zone));
    if (event.isStart() && callStart.isEmpty()) {
      throw new NotANotification(
          "call_start", "the start must be a date and time such as 2026-11-20 09:00:00");
    }
    return new ZadarmaMessage(
        event,
        fields
            .word("pbx_call_id")
            .orElseThrow(
                () -> new NotANotification("pbx_call_id", "a call must have a pbx_call_id")),
        callStart,
        fields.text("caller_id"),
        fields.text("called_did"),
        fields.text("destination"),
        fields.word("internal"),
        fields.word("disposition").map(ZadarmaDisposition::status).orElse(null),
        fields.word("duration").flatMap(ReportedDuration::parse).orElse(null));
  }

  private static Optional<OccurrenceTime> time(String sent, ZoneId zone) {
    return OccurrenceTime.parse(sent.replaceFirst(DATE_AND_TIME, "$1T"), zone);
  }

  boolean is(ZadarmaEvent other) {
    return event == other;
  }

  /** By its event; by the id of its call where the event does not say it. */
  boolean isOutgoing() {
    return event.isOfOutgoing() || (!event.isOfIncoming() && callId.startsWith("out_"));
  }

  boolean isAnswered() {
    return "answer".equals(status);
  }

  Optional<String> outsideCaller() {
    return isOutgoing() ? Optional.empty() : caller;
  }

  Optional<String> outsideReceiver() {
    return isOutgoing() ? destination : Optional.empty();
  }
}
