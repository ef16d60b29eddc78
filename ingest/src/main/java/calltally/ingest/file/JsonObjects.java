package calltally.ingest.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import calltally.exchange.Rejection;
import calltally.exchange.request.Bytes;
import calltally.ingest.file.line.FileLine;
import calltally.ingest.file.line.LineSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * The objects of a JSON text that spans lines: an array of them, or one after another.
 *
 * <p>Only brackets and quotes are looked at, so that a damaged object does not hide the next one.
 */
final class JsonObjects implements LineSource {

  private static final String CUT_OFF = "a JSON object must be closed: the file is cut off here";

  private final LineSource lines;
  private final @Nullable JsonWrapper wrapper;
  private final Queue<FileLine> found = new ArrayDeque<>();
  private final JsonDepth depth = new JsonDepth();
  private ByteArrayOutputStream object = new ByteArrayOutputStream();
  private long length;
  private long begin;
  private long last;
  private int arrays;
  private @Nullable FileLine ahead;
  private boolean isEnded;
  private boolean isCutOff;

  /**
   * Reads a text.
   *
   * @param wrapper the object around the array; null where there is none
   */
  JsonObjects(LineSource lines, @Nullable JsonWrapper wrapper) {
    this.lines = lines;
    this.wrapper = wrapper;
  }

  @Override
  public Optional<FileLine> next() throws IOException {
    while (found.isEmpty() && !isEnded) {
      Optional<FileLine> line = ahead == null ? lines.next() : Optional.of(ahead);
      ahead = null;
      if (line.isPresent()) {
        read(line.get());
      } else {
        end();
      }
    }
    return Optional.ofNullable(found.poll());
  }

  private void read(FileLine line) throws IOException {
    last = line.number();
    byte[] text = JsonShape.beginning(line).getBytes(UTF_8);
    for (byte next : text) {
      if (!take(next, line)) {
        return;
      }
    }
    if (depth.isInString()) {
      ahead = lines.next().orElse(null);
      isCutOff = ahead == null;
      close(isCutOff ? CUT_OFF : "a JSON text must not break a line within quotes");
    } else if (depth.isInside()) {
      keep((byte) '\n');
    }
  }

  /** Whether the rest of the line can be read. */
  private boolean take(byte next, FileLine line) {
    boolean wasInside = depth.isInside();
    if (!wasInside && wrapper != null && wrapper.takes(next)) {
      return true;
    }
    if (!wasInside && next != '{') {
      return passOver(next, line);
    }
    if (!wasInside) {
      begin = line.number();
    }
    depth.pass(next);
    keep(next);
    if (!depth.isInside()) {
      emit(FileLine.read(begin, Bytes.of(object.toByteArray()), length));
    }
    return true;
  }

  private boolean passOver(byte next, FileLine line) {
    if (next == '[' || next == ']') {
      arrays += next == '[' ? 1 : -1;
    } else if (next != ',' && next != ' ' && next != '\t') {
      found.add(line.damaged(new Rejection(null, "JSON must be well formed")));
      return false;
    }
    return true;
  }

  private void keep(byte next) {
    if (length < FileLine.LONGEST) {
      object.write(next);
    }
    length++;
  }

  private void emit(FileLine line) {
    found.add(line);
    object = new ByteArrayOutputStream();
    length = 0;
  }

  private void close(String rule) {
    FileLine open = FileLine.read(begin, Bytes.of(object.toByteArray()), length);
    emit(open.damaged(new Rejection(null, rule)));
    depth.reset();
  }

  private void end() {
    isEnded = true;
    if (depth.isInside()) {
      close(CUT_OFF);
    } else if (!isCutOff && (arrays > 0 || (wrapper != null && wrapper.isOpen()))) {
      FileLine end = FileLine.read(last, Bytes.NONE, 0);
      found.add(
          end.damaged(new Rejection(null, "a JSON array must be closed: the file is cut off")));
    }
  }
}
