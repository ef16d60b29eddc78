package calltally.sql.settings;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whose requests a source takes.
 *
 * @param tokens those that its address accepts
 * @param secrets those that requests may be signed with; none when they need no signature; null
 *     leaves the secrets as they are
 * @param networks where requests have to come from, such as 203.0.113.0/24; none for anywhere
 */
public record AccessSettings(
    Set<TokenDigest> tokens, @Nullable Set<String> secrets, List<String> networks) {

  public AccessSettings {
    tokens = Set.copyOf(tokens);
    secrets = secrets == null ? null : Set.copyOf(secrets);
    networks = List.copyOf(networks);
  }

  /** Of everybody who knows a token. */
  public static AccessSettings byToken(Set<TokenDigest> tokens) {
    return new AccessSettings(tokens, null, List.of());
  }

  /** The secrets stay out of messages. */
  @Override
  public String toString() {
    return tokens.size() + " tokens";
  }
}
