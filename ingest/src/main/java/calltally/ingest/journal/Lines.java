package calltally.ingest.journal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import calltally.ingest.notification.Octets;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** The lines of a file, plain or compressed by gzip, one at a time. */
final class Lines {

  private static final int GZIP_MAGIC = 0x1f8b;
  private static final int BUFFER = 1 << 16;

  private final InputStream in;
  private long number;

  private Lines(InputStream in) {
    this.in = in;
  }

  static Lines of(InputStream file) throws IOException {
    BufferedInputStream in = new BufferedInputStream(file, BUFFER);
    in.mark(2);
    int magic = in.read() << 8 | in.read();
    in.reset();
    return new Lines(
        magic == GZIP_MAGIC ? new BufferedInputStream(new GZIPInputStream(in), BUFFER) : in);
  }

  /** The next line that is not blank; empty at the end of the file. */
  Optional<Line> next() throws IOException {
    for (int first = in.read(); first >= 0; first = in.read()) {
      Line line = read(first);
      if (!line.isBlank()) {
        return Optional.of(line);
      }
    }
    return Optional.empty();
  }

  private Line read(int first) throws IOException {
    ByteArrayOutputStream kept = new ByteArrayOutputStream();
    long length = 0;
    for (int next = first; next >= 0 && next != '\n'; next = in.read()) {
      if (length++ < Line.LONGEST) {
        kept.write(next);
      }
    }
    return new Line(++number, Octets.of(kept.toByteArray()), length);
  }

  /**
   * A line.
   *
   * @param number counted from 1, blank lines too
   * @param bytes its beginning when it is too long
   * @param length in bytes, without the line feed
   */
  record Line(long number, Octets bytes, long length) {

    static final int LONGEST = 1 << 20;

    boolean isTooLong() {
      return length > LONGEST;
    }

    private boolean isBlank() {
      return length < LONGEST && bytes.text(ISO_8859_1).isBlank();
    }
  }
}
