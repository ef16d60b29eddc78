package calltally.reporting.mail;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.mail.internet.MimeUtility;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/** Texts of mail headers, in lines of at most 78 characters (RFC 5322, 2.1.1). */
final class HeaderText {

  /** Bytes of an encoded word, so that it fits the first line next to a header's name. */
  private static final int WORD = 39;

  /** Letters of a file name that fit one line next to the parameter's name. */
  private static final int LINE = 60;

  /** RFC 5322 wants a numeric zone; GMT is obsolete, and some filters object to it. */
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH);

  private HeaderText() {}

  static String date(ZonedDateTime date) {
    return DATE.format(date);
  }

  /** The text as it is, folded at its spaces, or else as encoded words (RFC 2047). */
  static String of(String name, String text) {
    return US_ASCII.newEncoder().canEncode(text)
        ? MimeUtility.fold(name.length() + 2, text)
        : encoded(text);
  }

  /**
   * A content type with the file's name: older Outlook reads no name from a disposition (RFC 2231),
   * but reads encoded words here.
   */
  static String contentType(String type, String file) {
    boolean isPlain = file.length() <= LINE && file.matches("[\\w.+-]+");
    return "%s;\r\n name=\"%s\"".formatted(type, isPlain ? file : encoded(file));
  }

  private static String encoded(String text) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    for (int letter : text.codePoints().toArray()) {
      String next = Character.toString(letter);
      if (bytes(word + next).length > WORD) {
        words.add(word(word.toString()));
        word.setLength(0);
      }
      word.append(next);
    }
    words.add(word(word.toString()));
    return String.join("\r\n ", words);
  }

  private static String word(String text) {
    return "=?UTF-8?B?" + Base64.getEncoder().encodeToString(bytes(text)) + "?=";
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }
}
