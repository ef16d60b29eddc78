package calltally.exchange.text;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The words of an exchange for how a call or a ring ended, in their normal form. */
public final class CallStatus {

  private static final Pattern PUNCTUATION = Pattern.compile("[\\s\\p{Z}_-]+");
  private static final Set<String> KNOWN =
      Set.of("answer", "noanswer", "busy", "cancel", "unavailable", "other", "missed");
  private static final Map<String, String> SPELLINGS =
      Map.of("answered", "answer", "canceled", "cancel", "cancelled", "cancel");

  private CallStatus() {}

  /** Whether the text stands for no status at all. */
  public static boolean isNone(String sent) {
    return MissingValue.is(PUNCTUATION.matcher(sent).replaceAll(""));
  }

  /** The known status; empty for any other word. */
  public static Optional<String> parse(String sent) {
    String word = PUNCTUATION.matcher(sent).replaceAll("").toLowerCase(Locale.ROOT);
    return Optional.of(SPELLINGS.getOrDefault(word, word)).filter(KNOWN::contains);
  }
}
