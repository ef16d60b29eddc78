package calltally.ingest.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Splits the lines of a table into cells; a cell has no line break. */
record TableText(Charset charset, char separator) {

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  /**
   * The cells of a line, stripped of blanks.
   *
   * @throws DamagedLine when the line is in another charset, or a quote is not closed
   */
  List<String> cells(FileLine line) {
    String text = decode(line);
    if (separator == '|') {
      return Stream.of(text.split("\\|", -1)).map(String::strip).toList();
    }
    try (CSVParser parser = CSVParser.parse(text, format())) {
      return parser.stream()
          .flatMap(CSVRecord::stream)
          .map(String::strip)
          .collect(Collectors.toList());
    } catch (IOException | UncheckedIOException e) {
      throw new DamagedLine(null, "a quoted cell must be closed, and on the same line");
    }
  }

  /**
   * Where the carriage returns at the end begin; a pattern would search a line of them for ever.
   */
  private static int endOfText(String line) {
    int end = line.length();
    while (end > 0 && line.charAt(end - 1) == '\r') {
      end--;
    }
    return end;
  }

  private CSVFormat format() {
    return CSVFormat.RFC4180.builder().setDelimiter(separator).get();
  }

  private String decode(FileLine line) {
    try {
      String text = charset.newDecoder().decode(ByteBuffer.wrap(line.bytes().toArray())).toString();
      boolean isMarked = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK;
      return text.substring(isMarked ? 1 : 0, endOfText(text));
    } catch (CharacterCodingException e) {
      throw new DamagedLine(
          null, "a line must be valid " + charset.name() + "; name another with --charset");
    }
  }
}
