package calltally.exchange.asterisk;

import calltally.exchange.CallEvent;
import calltally.exchange.CallNotification;
import calltally.exchange.RawNotification;
import calltally.exchange.field.Fields;
import calltally.exchange.field.NotANotification;
import calltally.exchange.text.MissingValue;
import calltally.exchange.text.OccurrenceTime;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One line of the recipe.
 *
 * @param fields {@code caller} and {@code receiver} are numbers or channels
 */
record AsteriskNotification(CallEvent event, Fields fields) {

  /**
   * The {@code UNIQUEID} of the channel with which the call began.
   *
   * @throws NotANotification when it is not told
   */
  String callId() {
    return fields
        .word("pbx_id")
        .filter(id -> !MissingValue.is(id))
        .orElseThrow(() -> new NotANotification("pbx_id", "a call must have a pbx_id"));
  }

  /**
   * The exchange's clock.
   *
   * @throws NotANotification when it is not told, or without an offset
   */
  Instant time() {
    Optional<String> written = fields.word("time");
    return written
        .flatMap(text -> OccurrenceTime.parse(text, ZoneOffset.UTC))
        .filter(OccurrenceTime::hasOffset)
        .map(OccurrenceTime::instant)
        .orElseThrow(
            () ->
                new NotANotification(
                    "time",
                    "the time must be ISO 8601 with an offset, such as 2026-11-20T06:00:00.000Z",
                    written.orElse(null)));
  }

  /** The customer's number as written, of an incoming call. */
  Optional<String> outsideCaller() {
    return event.isIncoming() ? fields.text("caller") : Optional.empty();
  }

  /** The customer's number as written, of an outgoing call. */
  Optional<String> outsideReceiver() {
    return event.isIncoming() ? Optional.empty() : fields.text("receiver");
  }

  CallNotification translated(RawNotification raw) {
    return CallNotification.of(
            event, raw.occurredAt(), raw, party("caller", raw), party("receiver", raw))
        .ended(status());
  }

  private @Nullable String party(String name, RawNotification raw) {
    return fields.text(name).map(ChannelName::device).flatMap(raw::number).orElse(null);
  }

  /** An incoming call's end has none: the last Dial says nothing of the answers before it. */
  private @Nullable String status() {
    return switch (event) {
      case INCOMING_CALL_END_CHAIN_MEMBER_CALL ->
          fields.word("state").filter("Up"::equalsIgnoreCase).isPresent()
              ? "answer"
              : fields.word("cause").map(HangupCause::status).orElse(null);
      case OUTGOING_CALL_END -> fields.word("dialstatus").map(DialStatus::status).orElse(null);
      default -> null;
    };
  }
}
