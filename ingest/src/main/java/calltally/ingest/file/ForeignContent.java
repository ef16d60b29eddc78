package calltally.ingest.file;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.List;

/**
 * Recognises files that people send in place of a text.
 *
 * @param key of the explanation
 * @param beginnings first bytes of such files
 */
record ForeignContent(String key, List<String> beginnings) {

  private static final int BYTES = 8;

  private static final List<ForeignContent> KNOWN =
      List.of(
          new ForeignContent("workbook", List.of("PK\3\4", "\320\317\21\340")),
          new ForeignContent(
              "archive", List.of("BZh", "\3757zXZ", "7z\274\257", "Rar!", "(\265/\375")),
          new ForeignContent(
              "document",
              List.of("%PDF", "{\\rtf", "<!DOCTYP", "<!doctyp", "<html", "<HTML", "<?xml")));

  /** Refuses a file that begins like one of them. */
  static void refuse(byte[] beginning) {
    String text = new String(beginning, 0, Math.min(BYTES, beginning.length), ISO_8859_1);
    for (ForeignContent content : KNOWN) {
      if (content.beginnings.stream().anyMatch(text::startsWith)) {
        throw new UnknownFileFormat(content.key);
      }
    }
  }
}
