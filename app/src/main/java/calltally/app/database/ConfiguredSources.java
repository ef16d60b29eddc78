package calltally.app.database;

import calltally.app.configuration.DataFolder;
import calltally.app.configuration.SourceEntry;
import calltally.ingest.notification.NotificationReader;
import calltally.ingest.receiver.ExpectedSource;
import calltally.ingest.receiver.Network;
import calltally.sql.settings.AccessSettings;
import calltally.sql.settings.Directory;
import calltally.sql.settings.SourceRow;
import calltally.sql.settings.SourceSettings;
import calltally.sql.settings.Sources;
import calltally.sql.settings.TokenDigest;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The sources of the configuration on their way into the database. */
public record ConfiguredSources(ResolvedSettings settings) {

  /** Writes them, where they are the truth. */
  void apply(DataSource owner) {
    if (areAuthoritative(owner)) {
      new Sources(owner).replace(entries().stream().map(this::settings).toList());
    }
  }

  /**
   * Without a configuration file they are a mere default, which must not retire the sources that a
   * file has described before.
   */
  public boolean areAuthoritative(DataSource owner) {
    return settings.isConfigured()
        || new Sources(owner)
            .list().stream().map(SourceRow::name).allMatch(SourceEntry.DEFAULT_NAME::equals);
  }

  /**
   * What is known of them without the database; none where there is no configuration file, as then
   * the database knows best.
   */
  public List<ExpectedSource> expected() {
    return settings.isConfigured() ? entries().stream().map(this::expected).toList() : List.of();
  }

  private ExpectedSource expected(SourceEntry source) {
    return new ExpectedSource(
        source.name(),
        new NotificationReader(source.zone(), source.region()),
        tokens(source),
        source.access().signingSecrets(),
        source.access().allow());
  }

  /** The source that a command means when it names none. */
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

  /** The token of each source that was configured without one. */
  public Map<String, String> generatedTokens() {
    return entries().stream()
        .filter(source -> source.access().tokens().isEmpty())
        .collect(Collectors.toMap(SourceEntry::name, source -> generatedToken(source.name())));
  }

  /** Those for which a token has to be made first. */
  public Set<String> withoutToken() {
    return entries().stream()
        .filter(source -> source.access().tokens().isEmpty())
        .map(SourceEntry::name)
        .filter(source -> !new TokenFile(data(), source).exists())
        .collect(Collectors.toSet());
  }

  /** Where the token is kept that was made for the source. */
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
        source.retention(),
        directory(source));
  }

  /** Without a configuration file the secrets in the database are the truth. */
  private AccessSettings admission(SourceEntry source) {
    return new AccessSettings(
        tokens(source),
        settings.isConfigured() ? Set.copyOf(source.access().signingSecrets()) : null,
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
