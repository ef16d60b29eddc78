package calltally.exchange;

/**
 * The reply to a sender.
 *
 * @param status of HTTP
 * @param type content type of the text
 */
public record Reply(int status, String type, String text) {

  /** That the notification is stored. */
  public static final Reply STORED = json("{\"status\":\"stored\"}");

  /** A success. */
  public static Reply json(String text) {
    return new Reply(200, "application/json", text);
  }
}
