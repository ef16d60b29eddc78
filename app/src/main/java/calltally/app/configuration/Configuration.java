package calltally.app.configuration;

import calltally.app.terminal.Message;
import calltally.exchange.PbxProtocol;
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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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

  private static final long SPOOL_SIZE = 1L << 30;

  private static final String[] SECTIONS = {
    "company", "data", "http", "database", "spool", "refresh", "sources", "directory",
    "subscriptions", "mail", "archive", "watch", "web", "users", "telegram", "handover"
  };

  /** The directory that the file gives to a source; empty where it gives none. */
  public Directory directoryOf(String source) {
    return directories == null
        ? Directory.EMPTY
        : directories.getOrDefault(source, Directory.EMPTY);
  }

  /** The source of that name, if there is one. */
  public Optional<SourceEntry> source(String name) {
    return sources.stream().filter(source -> source.name().equals(name)).findFirst();
  }

  /** The sources that take notifications of an exchange. */
  public List<SourceEntry> sourcesOf(PbxProtocol exchange) {
    return sources.stream().filter(source -> source.access().exchange().equals(exchange)).toList();
  }

  /** Whether anybody waits for a call-back with a deadline, or is handed over. */
  public boolean isWatchingCallers() {
    return !callers.hooks().isEmpty()
        || !callers.crms().isEmpty()
        || sources.stream().anyMatch(source -> !source.callbacks().equals(CallbackRules.NONE));
  }

  static Configuration from(YamlValue entry, Path folder, ZoneId zone) {
    YamlValue root = entry.mapping(SECTIONS);
    List<SourceEntry> sources = SourceEntries.from(root.get("sources"), zone);
    DataFolder data = DataFolder.from(root.get("data"), folder);
    MailEntry mail = root.get("mail").sectionOrNull(MailEntry::from);
    SourceEntries.requireMail(root.get("sources"), mail);
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
        root.get("directory").sectionOrNull(directory -> DirectoryEntries.from(directory, sources)),
        new SubscriptionEntries(sources, mail).from(root.get("subscriptions")),
        mail,
        ArchiveEntry.from(root.get("archive")),
        watch,
        root.get("web").sectionOrNull(WebEntry::from),
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
}
