package calltally.app.configuration;

import calltally.exchange.PbxProtocol;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What to write into the configuration so that an exchange proves its requests. */
public final class SecretLines {

  private SecretLines() {}

  /**
   * The line of the source, its secrets as variables of the environment; empty when the exchange
   * has none.
   */
  public static Optional<String> of(PbxProtocol exchange) {
    if (exchange.takesSigningSecrets()) {
      return Optional.of("signing_secrets: [%s]".formatted(variable(exchange, "secret")));
    }
    return exchange.secretNames().isEmpty()
        ? Optional.empty()
        : Optional.of(
            exchange.secretNames().stream()
                .sorted()
                .map(key -> key + ": " + variable(exchange, key))
                .collect(Collectors.joining(", ", "secrets: {", "}")));
  }

  private static String variable(PbxProtocol exchange, String key) {
    return "\"${%s_%s}\"".formatted(exchange.name(), key).toUpperCase(Locale.ROOT);
  }
}
