package calltally.exchange.asterisk;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names of channels: technology, device and a number of their own. */
final class ChannelName {

  /** The halves of a Local channel end in {@code ;1} and {@code ;2}. */
  private static final Pattern CHANNEL =
      Pattern.compile("[A-Za-z]\\w*/(.+)-[0-9a-f]+(?:;[12])?", Pattern.CASE_INSENSITIVE);

  private ChannelName() {}

  /** The device, such as 101 of {@code PJSIP/101-0000002a}; any other text as it is. */
  static String device(String text) {
    Matcher channel = CHANNEL.matcher(text.strip());
    return channel.matches() ? channel.group(1).replaceFirst("@.*", "") : text;
  }
}
