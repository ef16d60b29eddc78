package calltally.ingest.file.table;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import calltally.ingest.file.line.DamagedLine;
import calltally.ingest.file.line.FileLine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Splits the rows of a table into cells. */
public record TableText(Charset charset, char separator) {

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  /**
   * The cells of a line, as {@link TableCell} reads them.
   *
   * @throws DamagedLine when the line is in another charset, or a quote is not closed
   */
  public List<String> cells(FileLine line) {
    String text = decode(line);
    if (text.indexOf('\0') >= 0) {
      throw new DamagedLine(
          null, "a line must not hold zero bytes: the file is damaged here, so get it again");
    }
    return separator == '|' && text.indexOf('"') < 0 ? unquoted(text) : quoted(text);
  }

  private List<String> quoted(String text) {
    try (CSVParser parser = CSVParser.parse(text, format())) {
      return parser.stream().flatMap(CSVRecord::stream).map(TableCell::text).toList();
    } catch (IOException | UncheckedIOException e) {
      if (separator == '|' || separator == '\t') {
        return unquoted(text);
      }
      throw new DamagedLine(
          null, "a quoted cell must be closed by a quote before the next separator");
    }
  }

  /** Whether a quoted cell of the line is not closed. */
  public boolean isOpen(FileLine line) {
    try {
      return line.bytes().text(ISO_8859_1).indexOf('"') >= 0
          && QuotedCell.isOpen(decode(line), separator);
    } catch (DamagedLine e) {
      return false;
    }
  }

  /** Whether the line is only the beginning of a row of so many cells. */
  public boolean isCutOff(FileLine line, int width) {
    return line.damage() == null && isOpen(line) && !isRow(line, width);
  }

  /** Whether the line is a row of so many cells. */
  public boolean isRow(FileLine line, int width) {
    try {
      return line.damage() == null && cells(line).size() == width;
    } catch (DamagedLine e) {
      return false;
    }
  }

  /** Logs and databases write quotes as they are. */
  private List<String> unquoted(String text) {
    return Stream.of(text.split(separator == '|' ? "\\|" : "\t", -1)).map(TableCell::text).toList();
  }

  private CSVFormat format() {
    return CSVFormat.RFC4180.builder().setDelimiter(separator).get();
  }

  private String decode(FileLine line) {
    try {
      String text = charset.newDecoder().decode(ByteBuffer.wrap(line.bytes().toArray())).toString();
      boolean isMarked = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK;
      return isMarked ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new DamagedLine(
          null,
          "a line must be valid "
              + charset.name()
              + "; name another encoding, for example --charset windows-1251");
    }
  }
}
