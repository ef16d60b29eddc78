package calltally.exchange.text;

import java.util.Optional;
import java.util.regex.Pattern;

/** The link to a recording: http or https, with a host, without user or password. */
public final class RecordingLink {

  private static final int LONGEST = 2048;

  /** Browsers read a backslash as a slash, so it must not hide the end of the host. */
  private static final Pattern LINK =
      Pattern.compile(
          "(?i)https?://[^\\s\\p{Z}\\p{Cc}\\p{Cf}/?#@:\\\\][^\\s\\p{Z}\\p{Cc}\\p{Cf}/?#@\\\\]*+"
              + "(?:[/?#][^\\s\\p{Z}\\p{Cc}\\p{Cf}]*+)?");

  private RecordingLink() {}

  /** The link; empty when the text is none, or exceeds 2,048 characters. */
  public static Optional<String> parse(String text) {
    return text.codePointCount(0, text.length()) <= LONGEST && LINK.matcher(text).matches()
        ? Optional.of(text)
        : Optional.empty();
  }
}
