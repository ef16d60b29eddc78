package calltally.app.configuration;

import calltally.app.terminal.Message;
import calltally.exchange.Exchanges;
import calltally.exchange.PbxProtocol;
import calltally.exchange.Secrets;
import calltally.ingest.receiver.Network;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Whose requests a source takes.
 *
 * @param exchange whose requests they are
 * @param tokens those that its address accepts; none when one is generated
 * @param secrets with which requests are proven; none when the token is enough
 * @param allow where requests must come from; none for anywhere
 */
public record AccessEntry(
    PbxProtocol exchange, List<String> tokens, Secrets secrets, List<Network> allow) {

  /** Requests with the generated token, from anywhere and without a signature. */
  static AccessEntry byGeneratedToken(PbxProtocol exchange) {
    return new AccessEntry(exchange, List.of(), Secrets.NONE, List.of());
  }

  static AccessEntry from(YamlValue source) {
    PbxProtocol exchange = source.get("exchange").or(ValueRule.EXCHANGE, Exchanges.standard());
    return new AccessEntry(
        exchange,
        source.get("tokens").all(ValueRule.TOKEN),
        new Secrets(
            signing(source.get("signing_secrets"), exchange),
            named(source.get("secrets"), exchange)),
        source.get("allow").all(ValueRule.NETWORK));
  }

  private static List<String> signing(YamlValue secrets, PbxProtocol exchange) {
    if (!secrets.isAbsent() && !exchange.takesSigningSecrets()) {
      secrets.refuse(Message.of("configuration.signing_secrets", exchange.name()));
    }
    return secrets.all(ValueRule.SIGNING_SECRET);
  }

  private static Map<String, String> named(YamlValue secrets, PbxProtocol exchange) {
    Map<String, String> named = new TreeMap<>();
    if (exchange.secretNames().isEmpty()) {
      if (!secrets.entries().isEmpty()) {
        secrets.refuse(Message.of("configuration.no_secrets", exchange.name()));
      }
      return named;
    }
    secrets.mapping(exchange.secretNames().stream().sorted().toArray(String[]::new));
    for (String key : exchange.secretNames()) {
      YamlValue secret = secrets.get(key);
      String text = secret.orNull(ValueRule.EXCHANGE_SECRET);
      if (text != null) {
        named.put(key, text);
      } else if (secrets.isMapping() && secret.isAbsent()) {
        secret.requirePresent();
      }
    }
    return named;
  }

  /** The secrets stay out of messages. */
  @Override
  public String toString() {
    return "%d tokens, %d signing secrets".formatted(tokens.size(), secrets.signing().size());
  }
}
