package calltally.ingest.receiver;

import calltally.exchange.PbxProtocol;
import calltally.exchange.Secrets;
import calltally.exchange.request.NotifyRequest;
import calltally.ingest.journal.Source;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a source demands of requests with its token.
 *
 * @param secrets with which its exchange proves requests
 * @param allowed networks that requests must come from; none for anywhere
 */
record SourceAccess(Source source, Secrets secrets, List<Network> allowed) {

  PbxProtocol exchange() {
    return source.reader().exchange();
  }

  boolean isSigned() {
    return exchange().requiresProof(secrets);
  }

  boolean allows(Optional<Address> client) {
    return allowed.isEmpty()
        || client.filter(address -> Network.anyContains(allowed, address)).isPresent();
  }

  /** The request as far as it is proven; empty when it lacks the proof that it needs. */
  Optional<NotifyRequest> proven(NotifyRequest request, Instant now) {
    return exchange().authenticate(request, secrets, now);
  }
}
