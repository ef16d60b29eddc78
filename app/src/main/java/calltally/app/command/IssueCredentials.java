package calltally.app.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import calltally.app.configuration.SecretLines;
import calltally.app.configuration.SourceEntry;
import calltally.app.database.CallDatabase;
import calltally.app.database.ResolvedSettings;
import calltally.app.database.TokenFile;
import calltally.app.terminal.CommandContext;
import calltally.app.terminal.CommandFailedException;
import calltally.exchange.Exchanges;
import calltally.exchange.PbxProtocol;
import calltally.sql.settings.AccessSettings;
import calltally.sql.settings.SourceCredentials;
import calltally.sql.settings.SourceSettings;
import calltally.sql.settings.Sources;
import calltally.sql.settings.TokenDigest;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/**
 * Creates tokens and signing secrets, and prints each once. It never changes a configuration file:
 * where there is one, it prints what to add to it.
 */
record IssueCredentials(CommandContext context, ResolvedSettings settings, CallDatabase database) {

  private static final int SHORTEST_SECRET = 8;

  void addSource(SourceEntry source) {
    String token = TokenFile.random();
    PbxProtocol exchange = source.access().exchange();
    if (settings.isConfigured()) {
      requireNew(source.name());
      say("source.add");
      context.out().printf("  - name: %s%n", source.name());
      context.out().printf("    zone: %s%n", source.zone().getId());
      if (!source.region().equals(SourceEntry.NO_REGION)) {
        context.out().printf("    region: %s%n", source.region());
      }
      if (!exchange.name().equals(Exchanges.DEFAULT_NAME)) {
        context.out().printf("    exchange: %s%n", exchange.name());
      }
      context.out().printf("    tokens: [\"%s\"]%n", token);
      addSecrets(exchange);
      say("source.address.file", source.name(), address(token));
    } else {
      new Sources(database.owner()).add(settings(source, token));
      say("source.address", source.name());
      context.out().println(address(token));
      if (!exchange.secretNames().isEmpty()) {
        say("source.unproven", exchange.title());
      }
    }
    say("source.token.once");
  }

  private void addSecrets(PbxProtocol exchange) {
    if (!exchange.secretNames().isEmpty()) {
      SecretLines.of(exchange).ifPresent(line -> context.out().println("    " + line));
      say("source.secrets", exchange.name());
    }
  }

  void addToken(String source) {
    SourceCredentials keys = SourceCredentials.of(database.owner(), source);
    if (isInFile(source)) {
      say("source.add_token", source);
      context.out().printf("      - \"%s\"%n", TokenFile.random());
    } else {
      TokenFile file = kept(source);
      String token = file.exists() ? file.rotate() : TokenFile.random();
      keys.addToken(TokenDigest.of(token));
      say("source.address.now", source);
      context.out().println(address(token));
    }
    say("source.token.once.others");
  }

  void addSecret(String source) {
    requireSigning(source);
    String secret = TokenFile.random();
    keepSecret(source, secret);
    context.out().println(secret);
    say("source.secret.once");
  }

  void readSecret(String source) {
    requireSigning(source);
    if (settings.isConfigured()) {
      throw new CommandFailedException("source.secret.configured");
    }
    keepSecret(source, standardInput());
    say("source.secret.stored");
  }

  void forget(String source, String fingerprint) {
    SourceCredentials keys = SourceCredentials.of(database.owner(), source);
    requireNotInFile(source, keys, fingerprint);
    keys.forget(fingerprint);
    kept(source).forget(fingerprint);
    say("source.forgotten");
  }

  private void requireNotInFile(String source, SourceCredentials keys, String fingerprint) {
    boolean isToken = isInFile(source) && keys.tokens().contains(fingerprint);
    boolean isSecret = settings.isConfigured() && keys.secrets().contains(fingerprint);
    if (isToken || isSecret) {
      throw new CommandFailedException("source.key.configured");
    }
  }

  private void keepSecret(String source, String secret) {
    SourceCredentials keys = SourceCredentials.of(database.owner(), source);
    if (settings.isConfigured()) {
      say("source.add_secret", source);
    } else {
      keys.addSecret(secret);
      say("source.signed", source);
    }
  }

  /** Secrets that its exchange does not sign with would let everything pass unsigned. */
  private void requireSigning(String source) {
    PbxProtocol exchange =
        entry(source)
            .map(entry -> entry.access().exchange())
            .filter(known -> settings.isConfigured())
            .orElseGet(
                () -> Exchanges.require(SourceCredentials.of(database.owner(), source).exchange()));
    if (!exchange.takesSigningSecrets()) {
      throw new CommandFailedException("source.secret.exchange", exchange.name());
    }
  }

  private void requireNew(String name) {
    if (entry(name).isPresent()) {
      throw new CommandFailedException("source.not_new", name);
    }
  }

  /** Whether the source's tokens are in the configuration file. */
  private boolean isInFile(String source) {
    return settings.isConfigured()
        && entry(source).filter(entry -> !entry.access().tokens().isEmpty()).isPresent();
  }

  private Optional<SourceEntry> entry(String name) {
    return settings.configuration().source(name);
  }

  private TokenFile kept(String source) {
    return new TokenFile(settings.configuration().data(), source);
  }

  private static SourceSettings settings(SourceEntry source, String token) {
    return new SourceSettings(
        source.name(),
        source.zone(),
        source.region(),
        AccessSettings.byToken(source.access().exchange().name(), Set.of(TokenDigest.of(token))),
        source.workingHours(),
        source.targets(),
        source.thresholds(),
        source.recordingHosts(),
        source.retention(),
        null);
  }

  private String standardInput() {
    try {
      String secret = new String(context.in().readAllBytes(), UTF_8).strip();
      if (secret.length() < SHORTEST_SECRET) {
        throw new CommandFailedException("source.secret.short");
      }
      return secret;
    } catch (IOException e) {
      throw new CommandFailedException(e, "source.secret.unreadable", e);
    }
  }

  private String address(String token) {
    return settings.configuration().http().address(token);
  }

  private void say(String key, Object... values) {
    context.err().println(context.texts().text(key, values));
  }
}
