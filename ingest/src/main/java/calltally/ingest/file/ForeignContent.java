package calltally.ingest.file;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.List;
import java.util.regex.Pattern;

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
          new ForeignContent("pdf", List.of("%PDF")),
          new ForeignContent("rtf", List.of("{\\rtf")),
          new ForeignContent("mail", List.of("MIME-Ver", "From: <S")),
          new ForeignContent("xml", List.of("<?xml", "\357\273\277<?xml")),
          new ForeignContent("twice", List.of("\37\213\10")));

  /** A page or another text in angle brackets, whatever its first tag is. */
  private static final Pattern PAGE =
      Pattern.compile("(?:\357\273\277)?\\s*<[!?/a-zA-Z].*", Pattern.DOTALL);

  /** Refuses a file that begins like one of them. */
  static void refuse(byte[] beginning) {
    String text = new String(beginning, 0, Math.min(BYTES, beginning.length), ISO_8859_1);
    for (ForeignContent content : KNOWN) {
      if (content.beginnings.stream().anyMatch(text::startsWith)) {
        throw new UnknownFileFormat(content.key);
      }
    }
    if (PAGE.matcher(text).matches()) {
      throw new UnknownFileFormat("page");
    }
  }
}
