package calltally.app.directory;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import calltally.app.terminal.Message;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CoderResult;
import java.util.Optional;
import java.util.function.Consumer;

/** Decodes a CSV file: UTF-8, or UTF-16 with a byte order mark, as Excel's "Unicode text" is. */
final class CsvDecoder {

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private CsvDecoder() {}

  /** The text without the byte order mark; empty, with a problem noted, if it is not readable. */
  static Optional<String> decode(String file, byte[] bytes, Consumer<Message> problems) {
    ByteBuffer input = ByteBuffer.wrap(bytes);
    CharBuffer output = CharBuffer.allocate(bytes.length + 1);
    CoderResult result = charset(bytes).newDecoder().decode(input, output, true);
    String text = output.flip().toString();
    if (result.isError() || text.indexOf('\0') >= 0) {
      problems.accept(
          EntryPosition.ofLine(file, lastLine(text)).problem(Message.of("directory.csv.utf8")));
      return Optional.empty();
    }
    boolean isMarked = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK;
    return Optional.of(isMarked ? text.substring(1) : text);
  }

  private static Charset charset(byte[] bytes) {
    int mark = bytes.length < 2 ? 0 : ((bytes[0] & 0xFF) << 8) | (bytes[1] & 0xFF);
    return mark == 0xFFFE ? UTF_16LE : mark == 0xFEFF ? UTF_16BE : UTF_8;
  }

  /** The number of the line in which decoding ended. */
  private static long lastLine(String text) {
    return 1 + text.chars().takeWhile(c -> c != '\0').filter(c -> c == '\n').count();
  }
}
