package calltally.reporting.handover;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;

/** Derives the mark of a task from what identifies it, whatever database stores it. */
final class TaskMark {

  private static final int DIGITS = 12;

  private TaskMark() {}

  /**
   * Returns the mark.
   *
   * @param customer the customer's key
   * @param firstCall the PBX's identifier of the first missed call
   */
  static String of(String source, long customer, String firstCall, String receiver) {
    String task = String.join("\n", source, String.valueOf(customer), firstCall, receiver);
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(task.getBytes(UTF_8));
      return "ct-" + HexFormat.of().formatHex(digest).substring(0, DIGITS);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("cannot mark task: this Java has no SHA-256", e);
    }
  }
}
