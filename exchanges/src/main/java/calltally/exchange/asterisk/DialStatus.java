package calltally.exchange.asterisk;

import java.util.Locale;

/** The variable {@code DIALSTATUS}: what the last Dial achieved. */
final class DialStatus {

  private DialStatus() {}

  /** The status of the definitions. */
  static String status(String word) {
    return switch (word.toUpperCase(Locale.ROOT)) {
      case "ANSWER" -> "answer";
      case "NOANSWER" -> "noanswer";
      case "BUSY" -> "busy";
      case "CANCEL" -> "cancel";
      case "CHANUNAVAIL", "CONGESTION" -> "unavailable";
      default -> "other";
    };
  }
}
