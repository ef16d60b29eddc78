package calltally.app.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A text file of a conformance folder. */
final class TextFile {

  /** Editors of Windows put it before the text. */
  private static final String BYTE_ORDER_MARK = "\ufeff";

  private TextFile() {}

  /**
   * The whole text.
   *
   * @throws FaultInFolder when it is not UTF-8
   */
  static String read(Path file) throws IOException {
    try {
      String text = Files.readString(file, UTF_8);
      return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new FaultInFolder(file, 1, "the file must be in UTF-8");
    }
  }
}
