package calltally.app.database;

import calltally.app.configuration.DataFolder;
import calltally.app.configuration.SourceEntry;
import calltally.exchange.NotificationReader;
import calltally.exchange.Secrets;
import calltally.ingest.receiver.ConfiguredSource;
import calltally.ingest.receiver.Network;
import calltally.sql.settings.AccessSettings;
import calltally.sql.settings.Directory;
import calltally.sql.settings.LeasedSources;
import calltally.sql.settings.SourceRow;
import calltally.sql.settings.SourceSettings;
import calltally.sql.settings.Sources;
import calltally.sql.settings.TokenDigest;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Applies the configured sources to the database. */
public record ConfiguredSources(ResolvedSettings settings) {

  /** Writes the sources into the database, if the configuration takes precedence. */
  void apply(DataSource owner) {
    if (areAuthoritative(owner)) {
      new Sources(owner).replace(wanted());
    }
  }

  /** Whether {@link #apply} would change nothing. */
  boolean areApplied(DataSource owner) {
    return !areAuthoritative(owner) || new Sources(owner).areStored(wanted());
  }

  /** Fails if {@link #apply} would take something from a running service. */
  void requireUnleased(DataSource owner) {
    if (areAuthoritative(owner)) {
      new LeasedSources(owner).requireKeptBy(wanted());
    }
  }

  /** Whether a service with this configuration takes notifications of an active source. */
  Predicate<String> served() {
    Set<String> names = entries().stream().map(SourceEntry::name).collect(Collectors.toSet());
    return source -> !settings.isConfigured() || names.contains(source);
  }

  private List<SourceSettings> wanted() {
    return entries().stream().map(this::settings).toList();
  }

  /**
   * Whether the configuration takes precedence over the database. Without a file it is a mere
   * default, which must not retire sources that a file described before.
   */
  public boolean areAuthoritative(DataSource owner) {
    return settings.isConfigured()
        || new Sources(owner)
            .list().stream().map(SourceRow::name).allMatch(SourceEntry.DEFAULT_NAME::equals);
  }

  /**
   * The sources as far as known without the database; none without a configuration file, where the
   * database takes precedence.
   */
  public List<ConfiguredSource> expected() {
    return settings.isConfigured() ? entries().stream().map(this::expected).toList() : List.of();
  }

  private ConfiguredSource expected(SourceEntry source) {
    return new ConfiguredSource(
        source.name(),
        new NotificationReader(source.access().exchange(), source.zone(), source.region()),
        tokens(source),
        source.access().secrets(),
        source.access().allow());
  }

  /** The source of a command that does not name one. */
  public String first(DataSource owner) {
    String configured = entries().get(0).name();
    return areAuthoritative(owner)
        ? configured
        : new Sources(owner)
            .list().stream()
                .filter(SourceRow::active)
                .map(SourceRow::name)
                .findFirst()
                .orElse(configured);
  }

  /** The generated tokens, by the names of the sources configured without one. */
  public Map<String, String> generatedTokens() {
    return entries().stream()
        .filter(source -> source.access().tokens().isEmpty())
        .collect(Collectors.toMap(SourceEntry::name, source -> generatedToken(source.name())));
  }

  /** The sources configured without a token for which none has been generated yet. */
  public Set<String> withoutToken() {
    return entries().stream()
        .filter(source -> source.access().tokens().isEmpty())
        .map(SourceEntry::name)
        .filter(source -> !new TokenFile(data(), source).exists())
        .collect(Collectors.toSet());
  }

  /** The file with the source's generated token. */
  public Path tokenFile(String source) {
    return new TokenFile(data(), source).file();
  }

  private List<SourceEntry> entries() {
    return settings.configuration().sources();
  }

  private SourceSettings settings(SourceEntry source) {
    return new SourceSettings(
        source.name(),
        source.zone(),
        source.region(),
        admission(source),
        source.workingHours(),
        source.targets(),
        source.thresholds(),
        source.recordingHosts(),
        source.retention(),
        source.callbacks(),
        directory(source));
  }

  /** Leaves the secrets in the database alone if there is no configuration file. */
  private AccessSettings admission(SourceEntry source) {
    Secrets secrets = source.access().secrets();
    return new AccessSettings(
        source.access().exchange().name(),
        tokens(source),
        settings.isConfigured() ? Set.copyOf(secrets.signing()) : null,
        settings.isConfigured() ? secrets.named() : null,
        source.access().allow().stream().map(Network::toString).toList());
  }

  private Set<TokenDigest> tokens(SourceEntry source) {
    List<String> configured = source.access().tokens();
    List<String> tokens =
        configured.isEmpty() ? new TokenFile(data(), source.name()).all() : configured;
    return tokens.stream().map(TokenDigest::of).collect(Collectors.toSet());
  }

  private String generatedToken(String source) {
    return new TokenFile(data(), source).get();
  }

  private DataFolder data() {
    return settings.configuration().data();
  }

  private @Nullable Directory directory(SourceEntry source) {
    Map<String, Directory> directories = settings.configuration().directories();
    return directories == null ? null : directories.getOrDefault(source.name(), Directory.EMPTY);
  }
}
