package calltally.ingest.receiver;

import calltally.ingest.journal.Source;
import calltally.ingest.notification.Octets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a source asks of requests that know its token.
 *
 * @param secrets one of them has to sign each request; none when requests need no signature
 * @param allowed where requests have to come from; none when they may come from anywhere
 */
record Gate(Source source, List<SigningSecret> secrets, List<Network> allowed) {

  boolean isSigned() {
    return !secrets.isEmpty();
  }

  boolean lets(Optional<Address> sender) {
    return allowed.isEmpty()
        || sender.filter(address -> Network.anyContains(allowed, address)).isPresent();
  }

  boolean accepts(Signature signature, Octets body, Instant now) {
    return secrets.isEmpty() || signature.proves(body, secrets, now);
  }
}
