package calltally.ingest.file.line;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import calltally.exchange.NotificationReader;
import calltally.exchange.ParseResult;
import calltally.exchange.Rejection;
import calltally.exchange.request.Bytes;
import calltally.exchange.request.NotifyRequest;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A line to be kept: a notification as a JSON object, or an unreadable line.
 *
 * @param number of the line in its file, counted from 1, blank lines included
 * @param bytes only the beginning when the line is too long
 * @param length in bytes, without the line feed
 * @param damage why the line cannot be read; null when it can be tried
 * @param receipt of an exported notification; null when this file is its first appearance
 */
public record FileLine(
    long number,
    Bytes bytes,
    long length,
    @Nullable Rejection damage,
    @Nullable OriginalArrival receipt) {

  public static final int LONGEST = 1 << 20;

  public static FileLine read(long number, Bytes bytes, long length) {
    return new FileLine(
        number,
        bytes,
        length,
        length > LONGEST
            ? new Rejection(null, "a line must not exceed " + LONGEST + " bytes")
            : null,
        null);
  }

  /** The same line, marked as damaged. */
  public FileLine damaged(Rejection why) {
    return new FileLine(number, bytes, length, why, receipt);
  }

  /** The notification that this line contains, as a JSON object. */
  public FileLine saying(Bytes json) {
    return new FileLine(number, json, json.size(), null, null);
  }

  /** The exported notification that this line contains. */
  public FileLine received(OriginalArrival how, Bytes json) {
    return new FileLine(number, json, json.size(), null, how);
  }

  /**
   * What the line says. An exported notification keeps the rules of the exchange that sent it; all
   * other lines say what the definitions say.
   */
  public ParseResult read(NotificationReader reader, Instant now) {
    NotifyRequest request = NotifyRequest.line(bytes);
    if (damage != null) {
      return damage;
    }
    if (receipt == null) {
      return reader.read(request, now);
    }
    NotificationReader sender = receipt.reader();
    return sender == null
        ? reader.read(request, receipt.receivedAt())
        : sender.restore(request, receipt.receivedAt());
  }

  /** Whether it has nothing but blanks, and what editors and crashes leave: NUL and SUB. */
  public boolean isBlank() {
    return length < LONGEST && bytes.text(ISO_8859_1).chars().allMatch(c -> c <= ' ');
  }
}
