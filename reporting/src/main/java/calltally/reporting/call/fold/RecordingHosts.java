package calltally.reporting.call.fold;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The hosts to which the calls of a source may link for recordings and voicemails.
 *
 * @param names in lower case; none for any host
 */
public record RecordingHosts(Set<String> names) {

  /** Links to every host. */
  public static final RecordingHosts ANY = new RecordingHosts(Set.of());

  /** A link with a user or a password has no host here: browsers go where the text does not say. */
  private static final Pattern HOST =
      Pattern.compile(
          "(?i)https?://(\\[[^\\]/?#@\\\\]*]|[^/?#@:\\\\]+?)\\.?(?::\\d*)?(?:[/?#].*)?");

  /** The link; null when it leads to another host. */
  public @Nullable String allowed(@Nullable String link) {
    return link == null || names.isEmpty() || names.contains(host(link)) ? link : null;
  }

  private static String host(String link) {
    Matcher host = HOST.matcher(link);
    return host.matches() ? host.group(1).toLowerCase(Locale.ROOT) : "";
  }
}
