package calltally.ingest.file.line;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import calltally.exchange.request.Bytes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * The lines of a text, one at a time.
 *
 * <p>A line ends with a line feed, a carriage return, or any number of carriage returns and a line
 * feed; one file may have all of them.
 */
public final class Lines implements LineSource {

  private static final int BUFFER = 1 << 16;

  private final InputStream in;
  private final Deque<FileLine> ahead = new ArrayDeque<>();
  private final byte[] buffer = new byte[BUFFER];
  private int position;
  private int end;
  private long number;
  private final SomeLines zeroes = new SomeLines();

  private Lines(InputStream in) {
    this.in = in;
  }

  public static Lines of(InputStream text) {
    return new Lines(text);
  }

  /** The lines of a part of a text. */
  public static Lines after(long linesBefore, InputStream text) {
    Lines lines = new Lines(text);
    lines.number = linesBefore;
    return lines;
  }

  @Override
  public Optional<FileLine> next() throws IOException {
    return ahead.isEmpty() ? readNext() : Optional.of(ahead.remove());
  }

  /** The first non-blank lines, without consuming them. */
  public List<FileLine> first(int most) throws IOException {
    while (ahead.size() < most) {
      Optional<FileLine> line = readNext();
      if (line.isEmpty()) {
        break;
      }
      ahead.add(line.get());
    }
    return new ArrayList<>(ahead);
  }

  /** The blank lines so far that hold zero bytes, as a full disk leaves them. */
  public SomeLines zeroes() {
    return zeroes;
  }

  private Optional<FileLine> readNext() throws IOException {
    while (isFilled()) {
      FileLine line = read();
      if (!line.isBlank()) {
        return Optional.of(line);
      }
      if (line.bytes().text(ISO_8859_1).indexOf('\0') >= 0) {
        zeroes.add(line.number());
      }
    }
    return Optional.empty();
  }

  private FileLine read() throws IOException {
    ByteArrayOutputStream kept = new ByteArrayOutputStream();
    long length = 0;
    boolean isEnded = false;
    while (!isEnded && isFilled()) {
      int lineEnd = lineEnd();
      int part = lineEnd - position;
      kept.write(buffer, position, (int) Math.min(part, Math.max(0, FileLine.LONGEST - length)));
      length += part;
      isEnded = lineEnd < end;
      position = lineEnd;
    }
    long lineNumber = number + 1;
    number += isEnded ? passOverLineEnd() : 1;
    return FileLine.read(lineNumber, Bytes.of(kept.toByteArray()), length);
  }

  /** Consumes the end of a line, and blank lines that follow it; returns how many lines end. */
  private long passOverLineEnd() throws IOException {
    long returns = 0;
    while (isFilled() && buffer[position] == '\r') {
      returns++;
      position++;
    }
    if (isFilled() && buffer[position] == '\n') {
      position++;
      return 1;
    }
    return returns;
  }

  private boolean isFilled() throws IOException {
    if (position == end) {
      position = 0;
      end = Math.max(0, in.read(buffer));
    }
    return position < end;
  }

  /** The index of the next line feed or carriage return, or the buffer's end. */
  private int lineEnd() {
    int index = position;
    while (index < end && buffer[index] != '\n' && buffer[index] != '\r') {
      index++;
    }
    return index;
  }
}
