package calltally.app.demo.exchange;

import calltally.app.demo.exchange.SimulatedCompany.Manager;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How the exchange spells values: differently from message to message, with the same meaning. */
final class FieldSpelling {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);
  private static final double EXTENSION_SHARE = 0.12;

  private final RandomSource random;

  FieldSpelling(RandomSource random) {
    this.random = random;
  }

  String time(Instant time) {
    return TIME.format(time);
  }

  String withheld() {
    return random.oneOf(List.of("anonymous", "anonymous", "Withheld", ""));
  }

  /** The number of a manager, now and then the extension. */
  String number(Manager manager) {
    return random.chance(EXTENSION_SHARE) ? manager.extension() : manager.number();
  }

  /** Mostly in upper case. */
  String status(String status) {
    return random.chance(0.05) ? status.toLowerCase(Locale.ROOT) : status;
  }

  String memberStatus(RingEnd end) {
    return status(
        switch (end) {
          case PICKED_UP -> "ANSWER";
          case RANG_OUT -> "NOANSWER";
          case ENGAGED, DECLINED -> "BUSY";
          case UNREACHABLE -> "UNAVAILABLE";
          case TAKEN -> random.chance(0.7) ? "CANCEL" : "NOANSWER";
          case CALLER_HUNG_UP -> "CANCEL";
        });
  }

  String missedStatus() {
    return status(random.chance(0.7) ? "NOANSWER" : "MISSED");
  }

  /** A decimal in a text or a whole number. */
  Object talked(Duration talk) {
    long seconds = talk.toSeconds();
    return random.chance(0.5) ? seconds + ".0" : (Object) seconds;
  }

  /** Zero, or a text that counts the wait. */
  Object notTalked(Duration wait) {
    return random.chance(0.6) ? (Object) 0L : wait.toSeconds() + ".0";
  }

  /** Null, or absent: nothing was recorded. */
  boolean writesNull() {
    return random.chance(0.4);
  }

  /** Whether the exchange reports the start of a ring that found the phone in use. */
  boolean tellsEngagedStart() {
    return random.chance(0.93);
  }

  /** Whether the ring of the answering manager ends at the pick-up, or only at the hang-up. */
  boolean endsRingAtPickUp() {
    return random.chance(0.6);
  }

  @Nullable String recording(String pbxId) {
    return random.chance(0.97)
        ? "https://records.example.com/monitor/" + pbxId.replace('.', '-')
        : null;
  }

  List<String> tags() {
    return List.of(random.oneOf(List.of("new order", "complaint", "delivery", "price")));
  }

  int score() {
    return 4 + random.below(7);
  }

  boolean tagged() {
    return random.chance(0.04);
  }

  boolean rated() {
    return random.chance(0.02);
  }

  boolean summarised() {
    return random.chance(0.02);
  }

  Duration afterwards() {
    return random.seconds(20, 240);
  }
}
