package calltally.ingest.spool;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * A record as written in a file.
 *
 * <p>It consists of a mark, the version of the format, the length of the content, its number, the
 * checksum of all that, and the content.
 */
final class Frame {

  /** Where reading resumes after damage. */
  private static final int MARK = 0x43_54_46_52;

  private static final byte VERSION = 1;
  private static final int HEADER = Integer.BYTES + 1 + Integer.BYTES + Long.BYTES + Integer.BYTES;
  private static final int CHECKED_HEADER = HEADER - Integer.BYTES;

  private final long number;
  private final byte[] content;

  /**
   * A record.
   *
   * @param number counted from 1 in each file
   */
  Frame(long number, byte[] content) {
    this.number = number;
    this.content = content;
  }

  long number() {
    return number;
  }

  byte[] content() {
    return content;
  }

  int length() {
    return HEADER + content.length;
  }

  byte[] toBytes() {
    byte[] bytes = new byte[length()];
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    buffer.putInt(MARK).put(VERSION).putInt(content.length).putLong(number);
    buffer.putInt(checksum(bytes, 0, content)).put(content);
    return bytes;
  }

  /** The frame that begins there; empty when there is none that is complete and intact. */
  static Optional<Frame> at(int start, byte[] bytes) {
    if (bytes.length - start < HEADER) {
      return Optional.empty();
    }
    ByteBuffer buffer = ByteBuffer.wrap(bytes).position(start);
    if (buffer.getInt() != MARK || buffer.get() != VERSION) {
      return Optional.empty();
    }
    int length = buffer.getInt();
    long number = buffer.getLong();
    int checksum = buffer.getInt();
    if (length < 0 || length > buffer.remaining()) {
      return Optional.empty();
    }
    byte[] content = new byte[length];
    buffer.get(content);
    return Optional.of(new Frame(number, content))
        .filter(frame -> checksum == checksum(bytes, start, content));
  }

  /** Whether a frame begins there whose end is missing. */
  static boolean isCutOff(int start, byte[] bytes) {
    int left = bytes.length - start;
    return left < HEADER
        || (ByteBuffer.wrap(bytes).getInt(start) == MARK
            && ByteBuffer.wrap(bytes).getInt(start + Integer.BYTES + 1) > left - HEADER);
  }

  /** The position of the next mark at or after {@code from}; the end when there is none. */
  static int nextMark(int from, byte[] bytes) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    for (int at = from; at + Integer.BYTES <= bytes.length; at++) {
      if (bytes[at] == (byte) (MARK >>> 24) && buffer.getInt(at) == MARK) {
        return at;
      }
    }
    return bytes.length;
  }

  private static int checksum(byte[] bytes, int start, byte[] content) {
    CRC32C checksum = new CRC32C();
    checksum.update(bytes, start, CHECKED_HEADER);
    checksum.update(content);
    return (int) checksum.getValue();
  }
}
