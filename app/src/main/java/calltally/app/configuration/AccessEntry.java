package calltally.app.configuration;

import calltally.ingest.receiver.Network;
import java.util.List;

/**
 * Whose requests a source takes.
 *
 * @param tokens those that its address accepts; none when one is generated
 * @param signingSecrets those that requests may be signed with; none when they need no signature
 * @param allow where requests must come from; none for anywhere
 */
public record AccessEntry(List<String> tokens, List<String> signingSecrets, List<Network> allow) {

  /** Requests with the generated token, from anywhere and without a signature. */
  static final AccessEntry BY_GENERATED_TOKEN = new AccessEntry(List.of(), List.of(), List.of());

  static AccessEntry from(YamlValue source) {
    return new AccessEntry(
        source.get("tokens").all(ValueRule.TOKEN),
        source.get("signing_secrets").all(ValueRule.SIGNING_SECRET),
        source.get("allow").all(ValueRule.NETWORK));
  }

  /** The secrets stay out of messages. */
  @Override
  public String toString() {
    return "%d tokens, %d signing secrets".formatted(tokens.size(), signingSecrets.size());
  }
}
