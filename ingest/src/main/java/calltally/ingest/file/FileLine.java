package calltally.ingest.file;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import calltally.ingest.notification.Rejection;
import calltally.ingest.request.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * A line that must be kept: a notification as a JSON object, or what stands in its place.
 *
 * @param number of the line in its file, counted from 1, blank ones too
 * @param bytes its beginning when it is too long
 * @param length in bytes, without the line feed
 * @param damage why no notification can be made of it; null where one may be tried
 * @param receipt of an exported notification; null when this file is the first to bring it
 */
public record FileLine(
    long number, Bytes bytes, long length, @Nullable Rejection damage, @Nullable Receipt receipt) {

  static final int LONGEST = 1 << 20;

  static FileLine read(long number, Bytes bytes, long length) {
    return new FileLine(
        number,
        bytes,
        length,
        length > LONGEST ? new Rejection(null, "a line has at most " + LONGEST + " bytes") : null,
        null);
  }

  /** The same line when it is damaged. */
  FileLine damaged(Rejection why) {
    return new FileLine(number, bytes, length, why, receipt);
  }

  /** What this line says, as a JSON object. */
  FileLine saying(Bytes json) {
    return new FileLine(number, json, json.size(), null, null);
  }

  /** The notification that this line has exported. */
  FileLine received(Receipt how, Bytes json) {
    return new FileLine(number, json, json.size(), null, how);
  }

  boolean isBlank() {
    return length < LONGEST && bytes.text(ISO_8859_1).isBlank();
  }
}
