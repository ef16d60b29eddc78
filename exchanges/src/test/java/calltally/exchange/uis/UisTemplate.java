package calltally.exchange.uis;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A body that customers paste.
 *
 * @param kind of the notification, as the cabinet names it
 */
record UisTemplate(String kind, String body) {

  private static final Pattern TEMPLATE =
      Pattern.compile("^(\\S.*):\\n(\\{\"event\"(?:.*\\n)+?.*})$", Pattern.MULTILINE);

  /** All of the steps in a language. */
  static List<UisTemplate> in(String language) throws IOException {
    try (InputStream steps = Uis.class.getResourceAsStream("steps_" + language + ".txt")) {
      Matcher found =
          TEMPLATE.matcher(new String(Objects.requireNonNull(steps).readAllBytes(), UTF_8));
      List<UisTemplate> templates = new ArrayList<>();
      while (found.find()) {
        templates.add(new UisTemplate(found.group(1), found.group(2)));
      }
      return templates;
    }
  }

  static UisTemplate named(String kind) throws IOException {
    return in("en").stream().filter(each -> each.kind().equals(kind)).findFirst().orElseThrow();
  }
}
