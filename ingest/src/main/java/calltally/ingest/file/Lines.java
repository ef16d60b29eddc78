package calltally.ingest.file;

import calltally.ingest.request.Bytes;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** The lines of a file, plain or gzipped, one at a time. */
final class Lines {

  /** The first bytes of a gzipped file: RFC 1952, section 2.3.1, with its only method. */
  private static final byte[] GZIP = {0x1f, (byte) 0x8b, 8};

  private static final int BUFFER = 1 << 16;

  private final InputStream in;
  private final Deque<FileLine> ahead = new ArrayDeque<>();
  private final byte[] buffer = new byte[BUFFER];
  private int position;
  private int end;
  private long number;

  private Lines(InputStream in) {
    this.in = in;
  }

  static Lines of(InputStream file) throws IOException {
    BufferedInputStream in = new BufferedInputStream(file, BUFFER);
    in.mark(GZIP.length);
    boolean isCompressed = Arrays.equals(in.readNBytes(GZIP.length), GZIP);
    in.reset();
    return new Lines(isCompressed ? new GZIPInputStream(in, BUFFER) : in);
  }

  /** The next non-blank line; empty at the end of the file. */
  Optional<FileLine> next() throws IOException {
    return ahead.isEmpty() ? readNext() : Optional.of(ahead.remove());
  }

  /** The first non-blank lines, without consuming them. */
  List<FileLine> first(int most) throws IOException {
    while (ahead.size() < most) {
      Optional<FileLine> line = readNext();
      if (line.isEmpty()) {
        break;
      }
      ahead.add(line.get());
    }
    return new ArrayList<>(ahead);
  }

  private Optional<FileLine> readNext() throws IOException {
    while (isFilled()) {
      FileLine line = read();
      if (!line.isBlank()) {
        return Optional.of(line);
      }
    }
    return Optional.empty();
  }

  private FileLine read() throws IOException {
    ByteArrayOutputStream kept = new ByteArrayOutputStream();
    long length = 0;
    boolean isEnded = false;
    while (!isEnded && isFilled()) {
      int lineFeed = lineFeed();
      int part = lineFeed - position;
      kept.write(buffer, position, (int) Math.min(part, Math.max(0, FileLine.LONGEST - length)));
      length += part;
      isEnded = lineFeed < end;
      position = isEnded ? lineFeed + 1 : end;
    }
    return FileLine.read(++number, Bytes.of(kept.toByteArray()), length);
  }

  private boolean isFilled() throws IOException {
    if (position == end) {
      position = 0;
      end = Math.max(0, in.read(buffer));
    }
    return position < end;
  }

  /** The index of the next line feed, or the buffer's end. */
  private int lineFeed() {
    int index = position;
    while (index < end && buffer[index] != '\n') {
      index++;
    }
    return index;
  }
}
