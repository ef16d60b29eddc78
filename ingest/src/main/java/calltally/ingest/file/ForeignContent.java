package calltally.ingest.file;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.List;

/** Recognises files that people send in place of a text. */
enum ForeignContent {
  WORKBOOK("workbook", "PK\3\4", "\u00d0\u00cf\u0011\u00e0"),
  ARCHIVE("archive", "BZh", "\u00fd7zXZ", "7z\u00bc\u00af", "Rar!", "\u0028\u00b5\u002f\u00fd"),
  DOCUMENT("document", "%PDF", "{\\rtf", "<!DOCTYPE", "<!doctype", "<html", "<HTML", "<?xml");

  private final String key;
  private final List<String> beginnings;

  ForeignContent(String key, String... beginnings) {
    this.key = key;
    this.beginnings = List.of(beginnings);
  }

  /** Refuses a file that begins like one of them. */
  static void refuse(byte[] beginning) {
    String text = new String(beginning, ISO_8859_1);
    for (ForeignContent content : values()) {
      for (String magic : content.beginnings) {
        if (text.startsWith(magic.substring(0, Math.min(magic.length(), beginning.length)))
            && beginning.length >= Math.min(magic.length(), 4)) {
          throw new UnknownFileFormat(content.key);
        }
      }
    }
  }
}
