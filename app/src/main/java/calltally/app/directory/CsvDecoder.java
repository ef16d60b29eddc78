package calltally.app.directory;

import static java.nio.charset.StandardCharsets.UTF_8;

import calltally.app.terminal.Message;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.util.Optional;
import java.util.function.Consumer;

/** Decodes a CSV file: UTF-8, with or without a byte order mark. */
final class CsvDecoder {

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private CsvDecoder() {}

  /** The text without the byte order mark; empty, with a problem noted, unless it is UTF-8. */
  static Optional<String> decode(String file, byte[] bytes, Consumer<Message> problems) {
    ByteBuffer input = ByteBuffer.wrap(bytes);
    CharBuffer output = CharBuffer.allocate(bytes.length + 1);
    CoderResult result = UTF_8.newDecoder().decode(input, output, true);
    String text = output.flip().toString();
    if (result.isError() || text.indexOf('\0') >= 0) {
      problems.accept(
          EntryPosition.ofLine(file, lastLine(text)).problem(Message.of("directory.csv.utf8")));
      return Optional.empty();
    }
    boolean isMarked = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK;
    return Optional.of(isMarked ? text.substring(1) : text);
  }

  /** The number of the line in which decoding ended. */
  private static long lastLine(String text) {
    return 1 + text.chars().takeWhile(c -> c != '\0').filter(c -> c == '\n').count();
  }
}
