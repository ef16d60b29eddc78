package calltally.sql.settings;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which requests a source accepts.
 *
 * @param exchange whose requests it takes, such as {@code mango}
 * @param tokens tokens accepted in its address
 * @param secrets secrets that sign requests; empty when no signature is required; null leaves the
 *     secrets as they are
 * @param exchangeSecrets what else its exchange proves itself with, by key; null leaves it as it is
 * @param networks where requests must come from, such as 203.0.113.0/24; empty for anywhere
 */
public record AccessSettings(
    String exchange,
    Set<TokenDigest> tokens,
    @Nullable Set<String> secrets,
    @Nullable Map<String, String> exchangeSecrets,
    List<String> networks) {

  /** The exchange of a source that names none. */
  public static final String DEFAULT_EXCHANGE = "sipsim";

  public AccessSettings {
    tokens = Set.copyOf(tokens);
    secrets = secrets == null ? null : Set.copyOf(secrets);
    exchangeSecrets = exchangeSecrets == null ? null : Map.copyOf(exchangeSecrets);
    networks = List.copyOf(networks);
  }

  /** Of the default exchange. */
  public AccessSettings(
      Set<TokenDigest> tokens, @Nullable Set<String> secrets, List<String> networks) {
    this(DEFAULT_EXCHANGE, tokens, secrets, secrets == null ? null : Map.of(), networks);
  }

  /** Accepts every request with one of the tokens. */
  public static AccessSettings byToken(Set<TokenDigest> tokens) {
    return new AccessSettings(tokens, null, List.of());
  }

  /** Accepts every request of the exchange with one of the tokens. */
  public static AccessSettings byToken(String exchange, Set<TokenDigest> tokens) {
    return new AccessSettings(exchange, tokens, null, null, List.of());
  }

  /** Whether every request is accepted that the other settings accept, and just as safely. */
  boolean acceptsAllOf(AccessSettings other) {
    return exchange.equals(other.exchange)
        && (exchangeSecrets == null || exchangeSecrets.equals(other.exchangeSecrets))
        && tokens.containsAll(other.tokens)
        && (secrets == null || other.secrets == null || widens(other.secrets, secrets))
        && widens(other.networks, networks);
  }

  /** Without values there is no restriction, which one setting must not add or remove alone. */
  private static <T> boolean widens(Collection<T> before, Collection<T> after) {
    return before.isEmpty() ? after.isEmpty() : after.containsAll(before);
  }

  /** These settings, with the other's secrets if they leave the secrets alone. */
  AccessSettings withSecretsOf(AccessSettings stored) {
    return secrets == null
        ? new AccessSettings(exchange, tokens, stored.secrets, stored.exchangeSecrets, networks)
        : this;
  }

  /** Leaves out the secrets. */
  @Override
  public String toString() {
    return tokens.size() + " tokens";
  }
}
