package calltally.exchange.mango;

import calltally.exchange.field.Fields;
import calltally.exchange.field.NotANotification;
import calltally.exchange.text.UnixTime;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What Mango says of a whole entry when it is over.
 *
 * @param direction 0 internal, 1 incoming, 2 outgoing; others are not told
 * @param createTime empty when it is not told
 * @param talkTime when the talk began; empty without one
 * @param reason why it ended; 0 when it is not told
 */
record MangoSummary(
    String entryId,
    int direction,
    MangoParty from,
    MangoParty to,
    Optional<String> line,
    Optional<Instant> createTime,
    Optional<Instant> talkTime,
    Instant endTime,
    boolean isSuccess,
    int reason) {

  static final int INTERNAL = 0;
  static final int INCOMING = 1;
  static final int OUTGOING = 2;
  private static final int NOT_TOLD = -1;

  static MangoSummary read(Fields json) {
    return new MangoSummary(
        MangoLegEvent.entryId(json),
        number(json, "call_direction", NOT_TOLD),
        MangoParty.of(json.inside("from")),
        MangoParty.of(json.inside("to")),
        json.word("line_number"),
        json.word("create_time").flatMap(UnixTime::parse),
        json.word("talk_time").flatMap(UnixTime::parse),
        json.word("end_time")
            .flatMap(UnixTime::parse)
            .orElseThrow(
                () -> new NotANotification("end_time", "the time must be in seconds since 1970")),
        number(json, "entry_result", 0) == 1,
        number(json, "disconnect_reason", 0));
  }

  private static int number(Fields json, String name, int otherwise) {
    return json.word(name)
        .filter(sent -> sent.matches("\\d{1,9}"))
        .map(Integer::valueOf)
        .orElse(otherwise);
  }

  /** A success without a talk is none: the vendor's own sample says so. */
  boolean isAnswered() {
    return isSuccess && talkTime.isPresent();
  }

  @Nullable String status() {
    if (isAnswered()) {
      return "answer";
    }
    return reason == 0 ? null : MangoReason.status(reason);
  }

  @Nullable BigDecimal talkSeconds() {
    return talkTime
        .map(start -> Duration.between(start, endTime))
        .filter(talk -> !talk.isNegative())
        .map(talk -> BigDecimal.valueOf(talk.toSeconds()))
        .orElse(null);
  }

  Optional<String> outsideCaller() {
    return from.isMember() ? Optional.empty() : from.number();
  }

  Optional<String> outsideReceiver() {
    return from.isMember() && !to.isMember() ? to.number() : Optional.empty();
  }
}
