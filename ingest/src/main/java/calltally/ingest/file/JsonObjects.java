package calltally.ingest.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import calltally.ingest.notification.Rejection;
import calltally.ingest.request.Bytes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;

/**
 * The objects of a JSON text that spans lines: an array of them, or one after another.
 *
 * <p>Only brackets and quotes are looked at, so that a damaged object does not hide the next one.
 */
final class JsonObjects implements LineSource {

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final LineSource lines;
  private final Queue<FileLine> found = new ArrayDeque<>();
  private final JsonDepth depth = new JsonDepth();
  private ByteArrayOutputStream object = new ByteArrayOutputStream();
  private long length;
  private long begin;
  private long last;
  private int arrays;
  private boolean isEnded;

  JsonObjects(LineSource lines) {
    this.lines = lines;
  }

  /** Whether the text is an array, or its first object spans lines. */
  static boolean isSpread(List<FileLine> first) {
    String text = beginning(first.get(0));
    if (text.startsWith("[")) {
      return true;
    }
    JsonDepth depth = new JsonDepth();
    text.chars().forEach(depth::pass);
    return text.startsWith("{")
        && depth.isInside()
        && first.size() > 1
        && !beginning(first.get(1)).startsWith("{");
  }

  private static String beginning(FileLine line) {
    String text = line.bytes().text(UTF_8);
    return (text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text).strip();
  }

  @Override
  public Optional<FileLine> next() throws IOException {
    while (found.isEmpty() && !isEnded) {
      Optional<FileLine> line = lines.next();
      if (line.isPresent()) {
        read(line.get());
      } else {
        end();
      }
    }
    return Optional.ofNullable(found.poll());
  }

  private void read(FileLine line) {
    last = line.number();
    byte[] text = beginning(line).getBytes(UTF_8);
    for (byte next : text) {
      if (!take(next, line)) {
        return;
      }
    }
    if (depth.isInString()) {
      close("a JSON text must not break a line within quotes");
    } else if (depth.isInside()) {
      keep((byte) '\n');
    }
  }

  /** Whether the rest of the line can be read. */
  private boolean take(byte next, FileLine line) {
    boolean wasInside = depth.isInside();
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
      close("a JSON object must be closed: the file is cut off here");
    } else if (arrays > 0) {
      FileLine end = FileLine.read(last, Bytes.NONE, 0);
      found.add(
          end.damaged(new Rejection(null, "a JSON array must be closed: the file is cut off")));
    }
  }
}
