package calltally.reporting.mail;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.UnsupportedEncodingException;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An address that mail is sent to or from.
 *
 * @param address of ASCII letters; the domain in lower case
 * @param name of the owner, in any script; null without one
 */
public record MailAddress(String address, @Nullable String name) {

  /**
   * Parses {@code boss@example.com} or {@code Anna Sokolova <anna@example.com>}.
   *
   * @throws IllegalArgumentException when the text is not an address
   */
  public static MailAddress parse(String text) {
    try {
      InternetAddress[] parsed = InternetAddress.parse(text, true);
      if (parsed.length != 1
          || parsed[0].isGroup()
          || text.chars().anyMatch(Character::isISOControl)) {
        throw refused(text);
      }
      return new MailAddress(ascii(parsed[0].getAddress(), text), parsed[0].getPersonal());
    } catch (AddressException e) {
      throw refused(text);
    }
  }

  private static String ascii(String address, String text) {
    int at = address.lastIndexOf('@');
    if (at < 1 || !StandardCharsets.US_ASCII.newEncoder().canEncode(address.substring(0, at))) {
      throw refused(text);
    }
    String domain = IDN.toASCII(address.substring(at + 1)).toLowerCase(Locale.ROOT);
    return address.substring(0, at) + "@" + domain;
  }

  private static IllegalArgumentException refused(String text) {
    return new IllegalArgumentException(
        "cannot read mail address: must look like boss@example.com (was %s)".formatted(text));
  }

  /** The part after the last @. */
  public String domain() {
    return address.substring(address.lastIndexOf('@') + 1);
  }

  /** The address as a mail header, with a name in any script. */
  InternetAddress header() {
    try {
      return new InternetAddress(address, name, StandardCharsets.UTF_8.name());
    } catch (UnsupportedEncodingException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public String toString() {
    return name == null ? address : name + " <" + address + ">";
  }
}
