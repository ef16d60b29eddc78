package calltally.exchange.mango;

import java.util.Map;

/** The codes by which Mango says why a leg that nobody answered ended. */
final class MangoReason {

  private static final Map<Integer, String> STATUS =
      Map.ofEntries(
          Map.entry(1100, "other"),
          Map.entry(1110, "cancel"),
          Map.entry(1111, "noanswer"),
          Map.entry(1120, "cancel"),
          Map.entry(1121, "busy"),
          Map.entry(1122, "busy"),
          Map.entry(1123, "busy"),
          Map.entry(1124, "busy"),
          Map.entry(1130, "unavailable"),
          Map.entry(1160, "other"),
          Map.entry(1163, "noanswer"),
          Map.entry(1164, "unavailable"),
          Map.entry(1180, "other"),
          Map.entry(1182, "cancel"),
          Map.entry(1183, "cancel"),
          Map.entry(1190, "unavailable"),
          Map.entry(3200, "unavailable"),
          Map.entry(4200, "unavailable"));

  private MangoReason() {}

  /** The status; that of the code's class where the code is not known, else {@code other}. */
  static String status(int code) {
    for (int step : new int[] {1, 10, 100}) {
      String status = STATUS.get(code / step * step);
      if (status != null) {
        return status;
      }
    }
    return "other";
  }
}
