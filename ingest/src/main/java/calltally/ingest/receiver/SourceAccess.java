package calltally.ingest.receiver;

import calltally.ingest.journal.Source;
import calltally.ingest.request.NotifyRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a source demands of requests with its token.
 *
 * @param secrets one of them must sign each request; none when requests need no signature
 * @param allowed networks that requests must come from; none for anywhere
 */
record SourceAccess(Source source, List<SigningSecret> secrets, List<Network> allowed) {

  boolean isSigned() {
    return !secrets.isEmpty();
  }

  boolean allows(Optional<Address> client) {
    return allowed.isEmpty()
        || client.filter(address -> Network.anyContains(allowed, address)).isPresent();
  }

  /** Whether the request is signed as required, or needs no signature. */
  boolean accepts(NotifyRequest request, Instant now) {
    return secrets.isEmpty()
        || Signature.of(request.headers()).proves(request.body().content(), secrets, now);
  }
}
