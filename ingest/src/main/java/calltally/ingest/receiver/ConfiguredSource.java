package calltally.ingest.receiver;

import calltally.ingest.journal.Source;
import calltally.ingest.notification.NotificationReader;
import calltally.sql.settings.TokenDigest;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A source as configured, for a receiver that starts before its database.
 *
 * @param secrets one of them must sign each request; none when requests need no signature
 * @param allowed networks that requests must come from; none for anywhere
 */
public record ConfiguredSource(
    String name,
    NotificationReader reader,
    Set<TokenDigest> digests,
    List<String> secrets,
    List<Network> allowed) {

  public ConfiguredSource {
    digests = Set.copyOf(digests);
    secrets = List.copyOf(secrets);
    allowed = List.copyOf(allowed);
  }

  Stream<TokenGrant> tokens() {
    Source source = new Source(name, reader);
    SourceAccess access =
        new SourceAccess(source, secrets.stream().map(SigningSecret::new).toList(), allowed);
    return digests.stream().map(digest -> new TokenGrant(digest, access));
  }

  /** Keeps the secrets out of messages. */
  @Override
  public String toString() {
    return "source " + name;
  }
}
