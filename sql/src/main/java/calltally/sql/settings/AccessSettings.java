package calltally.sql.settings;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which requests a source accepts.
 *
 * @param tokens tokens accepted in its address
 * @param secrets secrets that sign requests; empty when no signature is required; null leaves the
 *     secrets as they are
 * @param networks where requests must come from, such as 203.0.113.0/24; empty for anywhere
 */
public record AccessSettings(
    Set<TokenDigest> tokens, @Nullable Set<String> secrets, List<String> networks) {

  public AccessSettings {
    tokens = Set.copyOf(tokens);
    secrets = secrets == null ? null : Set.copyOf(secrets);
    networks = List.copyOf(networks);
  }

  /** Accepts every request with one of the tokens. */
  public static AccessSettings byToken(Set<TokenDigest> tokens) {
    return new AccessSettings(tokens, null, List.of());
  }

  /** Leaves out the secrets. */
  @Override
  public String toString() {
    return tokens.size() + " tokens";
  }
}
