package calltally.app.configuration;

import calltally.app.terminal.Message;
import calltally.reporting.delivery.subscription.DeliveryRules;
import calltally.reporting.delivery.subscription.FanOut;
import calltally.reporting.delivery.subscription.FanOutBy;
import calltally.reporting.delivery.subscription.Recipients;
import calltally.reporting.delivery.subscription.ReportOptions;
import calltally.reporting.delivery.subscription.Subscription;
import calltally.reporting.export.CsvDialect;
import calltally.reporting.mail.MailAddress;
import calltally.reporting.render.ReportFormat;
import calltally.reporting.report.CustomerNumbers;
import calltally.reporting.report.ReportFilter;
import calltally.reporting.report.ReportKind;
import calltally.sql.NearestNames;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads who gets which report, and when. */
final class SubscriptionEntries {

  private static final String[] KEYS = {
    "name",
    "report",
    "source",
    "line",
    "department",
    "manager",
    "for_each",
    "to_each",
    "to",
    "bcc",
    "lang",
    "formats",
    "separator",
    "mask_numbers",
    "at",
    "deadline",
    "send_if_empty"
  };

  private final Map<String, ZoneId> zones = new HashMap<>();
  private final @Nullable MailEntry mail;

  SubscriptionEntries(List<SourceEntry> sources, @Nullable MailEntry mail) {
    sources.forEach(source -> zones.put(source.name(), source.zone()));
    this.mail = mail;
  }

  List<Subscription> from(YamlValue entry) {
    Map<String, String> paths = new HashMap<>();
    List<Subscription> subscriptions = new ArrayList<>();
    for (YamlValue item : entry.items()) {
      Subscription subscription = subscription(item.mapping(KEYS));
      String known =
          paths.putIfAbsent(subscription.source() + " " + subscription.key(), item.path());
      if (known != null) {
        item.get("name").refuse(Message.of("configuration.subscription.same", known));
      }
      subscriptions.add(subscription);
    }
    return subscriptions;
  }

  private Subscription subscription(YamlValue entry) {
    ReportKind report =
        entry.get("report").required(ValueRule.of(ReportKind.values()), ReportKind.DAILY);
    String source = entry.get("source").or(ValueRule.NAME, SourceEntry.DEFAULT_NAME);
    ZoneId zone = zones.get(source);
    if (zone == null) {
      entry
          .get("source")
          .refuse(
              Message.of(
                  "configuration.subscription.source",
                  source,
                  new NearestNames(source).question(zones.keySet())));
    }
    Subscription subscription =
        new Subscription(
            entry.get("name").orNull(ValueRule.TITLE),
            report,
            source,
            zone == null ? ZoneOffset.UTC : zone,
            filter(entry),
            fanOut(entry),
            new Recipients(addresses(entry.get("to")), addresses(entry.get("bcc"))),
            options(entry),
            rules(entry));
    requireConsistent(subscription, entry);
    return subscription;
  }

  private static ReportFilter filter(YamlValue entry) {
    return new ReportFilter(
        entry.get("line").orNull(ValueRule.TEXT),
        entry.get("department").orNull(ValueRule.TEXT),
        entry.get("manager").orNull(ValueRule.TEXT));
  }

  private @Nullable FanOut fanOut(YamlValue entry) {
    FanOutBy each = entry.get("for_each").orNull(ValueRule.of(FanOutBy.values()));
    Map<String, List<MailAddress>> own = new HashMap<>();
    for (String name : entry.get("to_each").entries().keySet()) {
      own.put(name, addresses(entry.get("to_each").get(name)));
    }
    if (each == null && !entry.get("to_each").isAbsent()) {
      entry.get("for_each").requirePresent();
    }
    return each == null ? null : new FanOut(each, own);
  }

  private List<MailAddress> addresses(YamlValue entry) {
    List<MailAddress> addresses = new ArrayList<>();
    for (YamlValue item : entry.items()) {
      item.requirePresent();
      MailAddress address = item.orNull(ValueRule.ADDRESS);
      if (address != null) {
        if (mail != null && !mail.allows(address)) {
          item.refuse(Message.of("configuration.domain", address.toString()));
        }
        addresses.add(address);
      }
    }
    return addresses;
  }

  private static ReportOptions options(YamlValue entry) {
    List<ReportFormat> formats = entry.get("formats").all(ValueRule.of(ReportFormat.values()));
    boolean isMasked = entry.get("mask_numbers").or(ValueRule.YES_OR_NO, false);
    boolean isSemicolon = entry.get("separator").or(ValueRule.anyOf(",", ";"), ",").equals(";");
    return new ReportOptions(
        Locale.forLanguageTag(entry.get("lang").or(ValueRule.anyOf("en", "ru"), "en")),
        formats.isEmpty() ? EnumSet.of(ReportFormat.PDF) : Set.copyOf(formats),
        isMasked ? CustomerNumbers.MASKED : CustomerNumbers.SHOWN,
        isSemicolon ? CsvDialect.SEMICOLON : CsvDialect.COMMA);
  }

  private static DeliveryRules rules(YamlValue entry) {
    boolean isSentEmpty = entry.get("send_if_empty").or(ValueRule.YES_OR_NO, true);
    return new DeliveryRules(
        entry.get("at").required(ValueRule.SCHEDULE, DeliveryRules.DAILY_AT_EIGHT),
        entry.get("deadline").or(ValueRule.DURATION, Duration.ofHours(1)),
        isSentEmpty ? DeliveryRules.WhenEmpty.SEND : DeliveryRules.WhenEmpty.HOLD_BACK);
  }

  /** The rules that concern several keys. */
  private static void requireConsistent(Subscription subscription, YamlValue entry) {
    FanOut fanOut = subscription.fanOut();
    boolean isOfManager = subscription.report() == ReportKind.MANAGER;
    boolean takesManager = isOfManager || subscription.report() == ReportKind.MISSED;
    boolean isEachManager = fanOut != null && fanOut.each() == FanOutBy.MANAGER;
    boolean isOneManager = subscription.filter().manager() != null;
    if (isOfManager && isEachManager == isOneManager) {
      entry.get("report").refuse(Message.of("configuration.subscription.manager"));
    }
    if (!takesManager && (isEachManager || isOneManager)) {
      entry
          .get("report")
          .refuse(
              Message.of(
                  "configuration.subscription.of_manager", subscription.report().toString()));
    }
    if (entry.get("bcc").isAbsent() && entry.get("to_each").isAbsent()) {
      entry.get("to").requirePresent();
    }
  }
}
