package calltally.app.configuration;

import calltally.app.terminal.Message;
import calltally.ingest.spool.SpoolSettings;
import calltally.reporting.delivery.subscription.Subscription;
import calltally.reporting.handover.CallerReceivers;
import calltally.reporting.handover.CallerReceivers.Chat;
import calltally.reporting.handover.CallerReceivers.MailSender;
import calltally.sql.settings.CallbackRules;
import calltally.sql.settings.Directory;
import calltally.web.user.User;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What Calltally is configured to do.
 *
 * @param sources at least one
 * @param directories of each source, by its name; null leaves them as they are in the database
 * @param mail null when no report is mailed
 * @param watch null when nobody is notified of what goes wrong
 * @param web null without the page
 * @param users who may log in to it
 * @param callers how those who are notified of waiting callers are reached
 */
public record Configuration(
    CompanyEntry company,
    DataFolder data,
    HttpEntry http,
    DatabaseEntry database,
    SpoolSettings spool,
    RefreshEntry refresh,
    List<SourceEntry> sources,
    @Nullable Map<String, Directory> directories,
    List<Subscription> subscriptions,
    @Nullable MailEntry mail,
    ArchiveEntry archive,
    @Nullable AlarmEntry watch,
    @Nullable WebEntry web,
    List<User> users,
    CallerReceivers callers) {

  /** The directory that the file gives to a source; empty where it gives none. */
  public Directory directoryOf(String source) {
    return directories == null
        ? Directory.EMPTY
        : directories.getOrDefault(source, Directory.EMPTY);
  }

  /** Whether anybody waits for a call-back with a deadline, or is handed over. */
  public boolean isWatchingCallers() {
    return !callers.hooks().isEmpty()
        || !callers.crms().isEmpty()
        || sources.stream().anyMatch(source -> !source.callbacks().equals(CallbackRules.NONE));
  }

  private static final long SPOOL_SIZE = 1L << 30;

  static Configuration from(YamlValue entry, Path folder, ZoneId zone) {
    YamlValue root =
        entry.mapping(
            "company",
            "data",
            "http",
            "database",
            "spool",
            "refresh",
            "sources",
            "directory",
            "subscriptions",
            "mail",
            "archive",
            "watch",
            "web",
            "users",
            "telegram",
            "handover");
    List<SourceEntry> sources = sources(root.get("sources"), zone);
    DataFolder data =
        new DataFolder(
            folder.resolve(root.get("data").or(ValueRule.PATH, Path.of("data"))).normalize());
    MailEntry mail = root.get("mail").isAbsent() ? null : MailEntry.from(root.get("mail"));
    root.get("sources")
        .items()
        .forEach(source -> CallbackEntry.requireMail(source.get("callback"), mail));
    HandoverEntries handover = new HandoverEntries(sources).read(root.get("handover"));
    Chat telegram = TelegramEntry.from(root.get("telegram"));
    AlarmEntry watch =
        root.get("watch").isAbsent() && telegram == null
            ? null
            : AlarmEntry.from(root.get("watch"), mail, telegram);
    return new Configuration(
        CompanyEntry.from(root.get("company")),
        data,
        HttpEntry.from(root.get("http")),
        DatabaseEntry.from(root.get("database")),
        spool(root.get("spool"), data),
        RefreshEntry.from(root.get("refresh")),
        sources,
        root.get("directory").isAbsent()
            ? null
            : DirectoryEntries.from(root.get("directory"), sources),
        new SubscriptionEntries(sources, mail).from(root.get("subscriptions")),
        mail,
        ArchiveEntry.from(root.get("archive")),
        watch,
        root.get("web").isAbsent() ? null : WebEntry.from(root.get("web")),
        users(root, sources),
        new CallerReceivers(
            mail == null ? null : new MailSender(mail.server(), mail.from()),
            telegram,
            handover.hooks(),
            handover.crms(),
            watch == null ? Locale.ENGLISH : watch.language()));
  }

  /** A page to which nobody can log in is a mistake. */
  private static List<User> users(YamlValue root, List<SourceEntry> sources) {
    if (!root.get("web").isAbsent() && root.get("users").isAbsent()) {
      root.get("users").refuse(Message.of("configuration.web.users"));
    }
    return new UserEntries(sources).from(root.get("users"));
  }

  private static SpoolSettings spool(YamlValue entry, DataFolder data) {
    YamlValue spool = entry.mapping("size");
    return new SpoolSettings(data.spool(), spool.get("size").or(ValueRule.SIZE, SPOOL_SIZE));
  }

  private static List<SourceEntry> sources(YamlValue entry, ZoneId zone) {
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
}
