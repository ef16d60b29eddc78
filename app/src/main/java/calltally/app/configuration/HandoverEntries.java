package calltally.app.configuration;

import calltally.app.terminal.Message;
import calltally.reporting.handover.CallerReceivers.Hook;
import calltally.reporting.handover.Responsibles;
import calltally.reporting.handover.TaskReceiver;
import calltally.reporting.handover.bitrix24.Bitrix24;
import calltally.reporting.handover.bitrix24.Kind;
import calltally.reporting.http.SignedWebhook;
import calltally.sql.NearestNames;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the programs and CRMs that take over callers who wait for a call-back. */
final class HandoverEntries {

  private static final Duration AFTER = Duration.ofMinutes(5);
  private static final String WEBHOOK = "webhook";
  private static final String BITRIX24 = "bitrix24";
  private static final String DEFAULT = "default";

  /** The keys of all receivers, named where it is not said which one is meant. */
  private static final String[] KEYS = {
    "name", "to", "url", "secret", "source", "after", "as", "responsible", "mask_numbers"
  };

  private final List<String> sources;
  private final List<Hook> hooks = new ArrayList<>();
  private final List<TaskReceiver> crms = new ArrayList<>();
  private final Set<String> names = new HashSet<>();

  HandoverEntries(List<SourceEntry> sources) {
    this.sources = sources.stream().map(SourceEntry::name).toList();
  }

  /** Reads the list. */
  HandoverEntries read(YamlValue entry) {
    entry.items().forEach(this::add);
    return this;
  }

  List<Hook> hooks() {
    return hooks;
  }

  List<TaskReceiver> crms() {
    return crms;
  }

  private void add(YamlValue item) {
    String to = item.get("to").required(ValueRule.anyOf(WEBHOOK, BITRIX24), WEBHOOK);
    String name = item.get("name").required(ValueRule.NAME, "");
    if (!name.isEmpty() && !names.add(name)) {
      item.get("name").refuse(Message.of("configuration.handover.name", name));
    }
    item.get("url").requirePresent();
    if (item.get("to").isAbsent()) {
      YamlValue unused = item.mapping(KEYS);
    } else if (to.equals(WEBHOOK)) {
      addHook(name, item);
    } else {
      addPortal(name, item);
    }
  }

  private void addHook(String name, YamlValue item) {
    YamlValue hook = item.mapping("name", "to", "url", "secret", "source", "after", "mask_numbers");
    URI url = hook.get("url").orNull(ValueRule.WEBHOOK);
    String secret = hook.get("secret").orNull(ValueRule.SIGNING_SECRET);
    String source = source(hook);
    Duration after = hook.get("after").or(ValueRule.DURATION, AFTER);
    boolean isMasked = hook.get("mask_numbers").or(ValueRule.YES_OR_NO, false);
    if (url != null) {
      hooks.add(new Hook(name, source, SignedWebhook.of(url, secret), after, isMasked));
    }
  }

  private void addPortal(String name, YamlValue item) {
    YamlValue portal =
        item.mapping("name", "to", "url", "source", "after", "as", "responsible", "mask_numbers");
    URI url = portal.get("url").orNull(ValueRule.BITRIX24_URL);
    Kind kind = portal.get("as").or(ValueRule.of(Kind.values()), Kind.TODO);
    String source = source(portal);
    Duration after = portal.get("after").or(ValueRule.DURATION, AFTER);
    Responsibles responsibles = responsibles(portal.get("responsible"));
    boolean isMasked = isMasked(portal, kind);
    if (url != null) {
      crms.add(
          new TaskReceiver(name, source, Bitrix24.of(url, kind), after, isMasked, responsibles));
    }
  }

  private static boolean isMasked(YamlValue portal, Kind kind) {
    boolean isMasked = portal.get("mask_numbers").or(ValueRule.YES_OR_NO, false);
    if (isMasked && kind == Kind.TODO) {
      portal.get("mask_numbers").refuse(Message.of("configuration.handover.masked"));
    }
    return isMasked;
  }

  private static Responsibles responsibles(YamlValue entry) {
    Map<String, Integer> users = new HashMap<>();
    int otherwise = 0;
    for (String name : entry.entries().keySet()) {
      int user = entry.get(name).required(ValueRule.CRM_USER, 0);
      if (name.equals(DEFAULT)) {
        otherwise = user;
      } else {
        users.put(name, user);
      }
    }
    if (!entry.entries().containsKey(DEFAULT)) {
      entry.get(DEFAULT).requirePresent();
    }
    return new Responsibles(users, otherwise);
  }

  private String source(YamlValue item) {
    String source = item.get("source").or(ValueRule.NAME, SourceEntry.DEFAULT_NAME);
    if (!sources.contains(source)) {
      item.get("source")
          .refuse(
              Message.of(
                  "configuration.subscription.source",
                  source,
                  new NearestNames(source).question(sources)));
    }
    return source;
  }
}
