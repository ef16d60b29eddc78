package calltally.exchange.asterisk;

/** Why a phone stopped ringing that nobody answered: causes of ITU-T Q.850. */
final class HangupCause {

  private HangupCause() {}

  /**
   * The status of the definitions.
   *
   * <p>A phone whose time is over and one whose caller gave up have the same causes, 0 or 16: how
   * long it rang, and whether the call ended with it, distinguishes them.
   */
  static String status(String cause) {
    return cause.matches("\\d{1,3}") ? status(Integer.parseInt(cause)) : "other";
  }

  private static String status(int cause) {
    return switch (cause) {
      case 0, 16, 19 -> "noanswer";
      // A call that was declined is busy.
      case 17, 21 -> "busy";
      // Answered elsewhere.
      case 26 -> "cancel";
      // No such number or route, no response, absent, out of order.
      case 1, 2, 3, 5, 18, 20, 22, 23, 25, 27, 28 -> "unavailable";
      // Resources, services and capabilities.
      default -> cause >= 34 && cause <= 79 ? "unavailable" : "other";
    };
  }
}
