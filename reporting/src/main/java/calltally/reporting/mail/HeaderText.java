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

  /** Letters that need no encoding in a file name. */
  private static final String PLAIN =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-+";

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
    return "%s;\r\n name=\"%s\"".formatted(type, isPlain(file) ? file : encoded(file));
  }

  /** The disposition of an attached file, with its name in parts that fit a line (RFC 2231). */
  static String disposition(String file) {
    if (isPlain(file)) {
      return "attachment;\r\n filename=\"%s\"".formatted(file);
    }
    StringBuilder parts = new StringBuilder("attachment");
    StringBuilder part = new StringBuilder("UTF-8''");
    int number = 0;
    for (byte octet : bytes(file)) {
      if (part.length() > LINE - 3) {
        parts.append(";\r\n filename*%d*=%s".formatted(number++, part));
        part.setLength(0);
      }
      part.append(PLAIN.indexOf(octet) >= 0 ? String.valueOf((char) octet) : escaped(octet));
    }
    return parts.append(";\r\n filename*%d*=%s".formatted(number, part)).toString();
  }

  private static String escaped(byte octet) {
    return "%%%02X".formatted(octet);
  }

  private static boolean isPlain(String file) {
    return file.length() <= LINE && file.chars().allMatch(letter -> PLAIN.indexOf(letter) >= 0);
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
