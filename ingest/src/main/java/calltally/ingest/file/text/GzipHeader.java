package calltally.ingest.file.text;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.Arrays;

/** The header of a gzip member: RFC 1952, section 2.3. */
final class GzipHeader {

  /** The only method of compression is part of it. */
  private static final byte[] MAGIC = {0x1f, (byte) 0x8b, 8};

  private static final int HEADER_CHECKSUM = 2;
  private static final int EXTRA = 4;
  private static final int NAME = 8;
  private static final int COMMENT = 16;
  private static final int TIME_FLAGS_SYSTEM = 6;

  private GzipHeader() {}

  /** Whether a member follows; consumes nothing. */
  static boolean isNext(PushbackInputStream in) throws IOException {
    byte[] first = in.readNBytes(MAGIC.length);
    in.unread(first);
    return Arrays.equals(first, MAGIC);
  }

  static void skip(InputStream in) throws IOException {
    skip(in, MAGIC.length);
    int flags = next(in);
    skip(in, TIME_FLAGS_SYSTEM);
    if ((flags & EXTRA) != 0) {
      skip(in, next(in) | next(in) << 8);
    }
    if ((flags & NAME) != 0) {
      skipText(in);
    }
    if ((flags & COMMENT) != 0) {
      skipText(in);
    }
    if ((flags & HEADER_CHECKSUM) != 0) {
      skip(in, 2);
    }
  }

  /** Four bytes, the lowest first. */
  static long number(InputStream in) throws IOException {
    return next(in) | next(in) << 8 | next(in) << 16 | (long) next(in) << 24;
  }

  private static void skipText(InputStream in) throws IOException {
    int next;
    do {
      next = next(in);
    } while (next != 0);
  }

  private static void skip(InputStream in, int bytes) throws IOException {
    for (int i = 0; i < bytes; i++) {
      next(in);
    }
  }

  private static int next(InputStream in) throws IOException {
    int next = in.read();
    if (next < 0) {
      throw new EOFException("the compressed data is cut off");
    }
    return next;
  }
}
