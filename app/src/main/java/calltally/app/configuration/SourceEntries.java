package calltally.app.configuration;

import calltally.app.terminal.Message;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the sources, each with a name and tokens of its own. */
final class SourceEntries {

  private SourceEntries() {}

  /** At least one: without the key, a source of the default name in the zone. */
  static List<SourceEntry> from(YamlValue entry, ZoneId zone) {
    List<YamlValue> items = entry.items();
    if (items.isEmpty()) {
      return List.of(SourceEntry.inZone(zone));
    }
    List<SourceEntry> sources = items.stream().map(SourceEntry::from).toList();
    Set<String> names = new HashSet<>();
    Set<String> tokens = new HashSet<>();
    for (int index = 0; index < sources.size(); index++) {
      SourceEntry source = sources.get(index);
      if (!names.add(source.name())) {
        items.get(index).get("name").refuse(Message.of("configuration.source.name", source.name()));
      }
      if (!source.access().tokens().stream().allMatch(tokens::add)) {
        items.get(index).get("tokens").refuse(Message.of("configuration.source.tokens"));
      }
    }
    return sources;
  }

  /** Notes recipients of call-back deadlines who cannot be mailed to. */
  static void requireMail(YamlValue entry, @Nullable MailEntry mail) {
    entry.items().forEach(source -> CallbackEntry.requireMail(source.get("callback"), mail));
  }
}
