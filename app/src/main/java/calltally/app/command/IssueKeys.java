package calltally.app.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import calltally.app.configuration.HttpEntry;
import calltally.app.configuration.SourceEntry;
import calltally.app.database.CallDatabase;
import calltally.app.database.ResolvedSettings;
import calltally.app.database.TokenFile;
import calltally.app.terminal.CommandContext;
import calltally.sql.settings.AccessSettings;
import calltally.sql.settings.SourceKeys;
import calltally.sql.settings.SourceSettings;
import calltally.sql.settings.Sources;
import calltally.sql.settings.TokenDigest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Set;

/**
 * New tokens and signing secrets, each printed once, by the command that makes it. What a
 * configuration file says is never changed here: then it is printed what has to be written there.
 */
record IssueKeys(CommandContext context, ResolvedSettings settings, CallDatabase database) {

  private static final int SHORTEST_SECRET = 8;

  void addSource(SourceEntry source) {
    String token = TokenFile.random();
    if (settings.isConfigured()) {
      requireNew(source.name());
      print("Write this below sources: in the configuration file, and start serve again:");
      context.out().printf("  - name: %s%n", source.name());
      context.out().printf("    zone: %s%n", source.zone().getId());
      context.out().printf("    region: %s%n", source.region());
      context.out().printf("    tokens: [\"%s\"]%n", token);
    } else {
      new Sources(database.owner()).add(settings(source, token));
      print("Address to give to the PBX of source " + source.name() + ":");
      context.out().println(address(token));
    }
    print("The token is shown this once.");
  }

  void addToken(String source) {
    SourceKeys keys = SourceKeys.of(database.owner(), source);
    if (isInFile(source)) {
      print("Write this beside the tokens of source " + source + ", and start serve again:");
      context.out().printf("      - \"%s\"%n", TokenFile.random());
    } else {
      TokenFile file = kept(source);
      String token = file.exists() ? file.rotate() : TokenFile.random();
      keys.addToken(TokenDigest.of(token));
      print("Address to give to the PBX of source " + source + ", valid at once:");
      context.out().println(address(token));
    }
    print("The token is shown this once; those before it stay valid.");
  }

  void addSecret(String source) {
    String secret = TokenFile.random();
    keepSecret(source, secret);
    context.out().println(secret);
    print("The secret is shown this once; give it to the exchange.");
  }

  void readSecret(String source) {
    if (settings.isConfigured()) {
      throw new IllegalArgumentException(
          "secret could not be kept: signing_secrets of the configuration file are the truth,"
              + " write it there");
    }
    keepSecret(source, standardInput());
    print("The secret is kept.");
  }

  void forget(String source, String fingerprint) {
    SourceKeys keys = SourceKeys.of(database.owner(), source);
    if (settings.isConfigured() && (isInFile(source) || keys.secrets().contains(fingerprint))) {
      throw new IllegalArgumentException(
          "key could not be forgotten: it stands in the configuration file, remove it there");
    }
    keys.forget(fingerprint);
    kept(source).forget(fingerprint);
    print("Forgotten; it is refused within seconds.");
  }

  private void keepSecret(String source, String secret) {
    SourceKeys keys = SourceKeys.of(database.owner(), source);
    if (settings.isConfigured()) {
      print("Write this among the signing_secrets of source " + source + ":");
    } else {
      keys.addSecret(secret);
      print("Source " + source + " takes signed requests only, from now on.");
    }
  }

  private void requireNew(String name) {
    if (entry(name).isPresent()) {
      throw new IllegalArgumentException(
          "source could not be added: it has to have a name of its own, was " + name);
    }
  }

  /** Whether the tokens of the source stand in the configuration file. */
  private boolean isInFile(String source) {
    return settings.isConfigured()
        && entry(source).filter(entry -> !entry.access().tokens().isEmpty()).isPresent();
  }

  private Optional<SourceEntry> entry(String name) {
    return settings.configuration().sources().stream()
        .filter(source -> source.name().equals(name))
        .findFirst();
  }

  private TokenFile kept(String source) {
    return new TokenFile(settings.configuration().data(), source);
  }

  private static SourceSettings settings(SourceEntry source, String token) {
    return new SourceSettings(
        source.name(),
        source.zone(),
        source.region(),
        AccessSettings.byToken(Set.of(TokenDigest.of(token))),
        source.workingHours(),
        source.targets(),
        source.thresholds(),
        source.retention(),
        null);
  }

  private String standardInput() {
    try {
      String secret = new String(context.in().readAllBytes(), UTF_8).strip();
      if (secret.length() < SHORTEST_SECRET) {
        throw new IllegalArgumentException(
            "secret could not be read from standard input: it has at least 8 characters");
      }
      return secret;
    } catch (IOException e) {
      throw new UncheckedIOException("secret could not be read from standard input", e);
    }
  }

  private String address(String token) {
    HttpEntry http = settings.configuration().http();
    return "http://%s:%d/notify/%s".formatted(http.host(), http.port(), token);
  }

  private void print(String sentence) {
    context.err().println(sentence);
  }
}
