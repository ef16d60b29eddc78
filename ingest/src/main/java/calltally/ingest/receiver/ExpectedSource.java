package calltally.ingest.receiver;

import calltally.ingest.journal.Source;
import calltally.ingest.notification.NotificationReader;
import calltally.sql.settings.TokenDigest;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A source as the configuration describes it: what a receiver goes by that starts before its
 * database.
 *
 * @param secrets one of them has to sign each request; none when requests need no signature
 * @param allowed where requests have to come from; none when they may come from anywhere
 */
public record ExpectedSource(
    String name,
    NotificationReader reader,
    Set<TokenDigest> digests,
    List<String> secrets,
    List<Network> allowed) {

  public ExpectedSource {
    digests = Set.copyOf(digests);
    secrets = List.copyOf(secrets);
    allowed = List.copyOf(allowed);
  }

  Stream<Token> tokens() {
    Source source = new Source(name, reader);
    SourceAccess access =
        new SourceAccess(source, secrets.stream().map(SigningSecret::new).toList(), allowed);
    return digests.stream().map(digest -> new Token(digest, access));
  }

  /** The secrets stay out of messages. */
  @Override
  public String toString() {
    return "source " + name;
  }
}
