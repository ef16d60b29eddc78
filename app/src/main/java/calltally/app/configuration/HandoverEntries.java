package calltally.app.configuration;

import calltally.app.terminal.Message;
import calltally.reporting.handover.CallerReceivers.Hook;
import calltally.reporting.http.SignedWebhook;
import calltally.sql.NearestNames;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the programs that take over callers who wait for a call-back. */
final class HandoverEntries {

  private static final Duration AFTER = Duration.ofMinutes(5);

  private final List<String> sources;

  HandoverEntries(List<SourceEntry> sources) {
    this.sources = sources.stream().map(SourceEntry::name).toList();
  }

  List<Hook> from(YamlValue entry) {
    List<Hook> hooks = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (YamlValue item : entry.items()) {
      Hook hook = hook(item);
      if (hook != null && !names.add(hook.name())) {
        item.get("name").refuse(Message.of("configuration.handover.name", hook.name()));
      } else if (hook != null) {
        hooks.add(hook);
      }
    }
    return hooks;
  }

  private @Nullable Hook hook(YamlValue item) {
    YamlValue handover =
        item.mapping("name", "to", "url", "secret", "source", "after", "mask_numbers");
    handover.get("url").requirePresent();
    String unused = handover.get("to").required(ValueRule.anyOf("webhook"), "");
    String name = handover.get("name").required(ValueRule.NAME, "");
    String source = handover.get("source").or(ValueRule.NAME, SourceEntry.DEFAULT_NAME);
    if (!sources.contains(source)) {
      handover
          .get("source")
          .refuse(
              Message.of(
                  "configuration.subscription.source",
                  source,
                  new NearestNames(source).question(sources)));
    }
    URI url = handover.get("url").orNull(ValueRule.WEBHOOK);
    String secret = handover.get("secret").orNull(ValueRule.SIGNING_SECRET);
    Duration after = handover.get("after").or(ValueRule.DURATION, AFTER);
    boolean isMasked = handover.get("mask_numbers").or(ValueRule.YES_OR_NO, false);
    return url == null
        ? null
        : new Hook(name, source, SignedWebhook.of(url, secret), after, isMasked);
  }
}
