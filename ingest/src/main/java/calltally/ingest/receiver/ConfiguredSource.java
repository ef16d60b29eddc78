package calltally.ingest.receiver;

import calltally.exchange.NotificationReader;
import calltally.exchange.Secrets;
import calltally.ingest.journal.Source;
import calltally.sql.settings.TokenDigest;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A source as configured, for a receiver that starts before its database.
 *
 * @param secrets with which its exchange proves requests
 * @param allowed networks that requests must come from; none for anywhere
 */
public record ConfiguredSource(
    String name,
    NotificationReader reader,
    Set<TokenDigest> digests,
    Secrets secrets,
    List<Network> allowed) {

  public ConfiguredSource {
    digests = Set.copyOf(digests);
    allowed = List.copyOf(allowed);
  }

  Stream<TokenGrant> tokens() {
    Source source = new Source(name, reader);
    SourceAccess access = new SourceAccess(source, secrets, allowed);
    return digests.stream().map(digest -> new TokenGrant(digest, access));
  }

  /** Keeps the secrets out of messages. */
  @Override
  public String toString() {
    return "source " + name;
  }
}
