package calltally.exchange.sipsim;

import calltally.exchange.PbxProtocol;
import calltally.exchange.Secrets;
import calltally.exchange.request.NotifyRequest;
import calltally.exchange.request.RequestMethod;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** An exchange that signs its bodies as SipSim does, if it signs at all. */
public interface SignedBody extends PbxProtocol {

  /** The signing secrets of the source are all that it has. */
  @Override
  default Set<String> secretNames() {
    return Set.of();
  }

  @Override
  default boolean takesSigningSecrets() {
    return true;
  }

  @Override
  default boolean requiresProof(Secrets secrets) {
    return !secrets.signing().isEmpty();
  }

  /**
   * A signature covers only a body. Anybody who has seen one could reuse it with any query, so a
   * query is no part of what is proven.
   */
  @Override
  default Optional<NotifyRequest> authenticate(
      NotifyRequest request, Secrets secrets, Instant now) {
    if (secrets.signing().isEmpty()) {
      return Optional.of(request);
    }
    boolean isProven =
        request.method() == RequestMethod.POST
            && Signature.of(request.headers())
                .proves(
                    request.body().content(),
                    secrets.signing().stream().map(SigningSecret::new).toList(),
                    now);
    return isProven ? Optional.of(request.withoutQuery()) : Optional.empty();
  }

  @Override
  default String proofRule() {
    return "%s and %s must be valid".formatted(Signature.DIGEST_HEADER, Signature.TIMESTAMP_HEADER);
  }

  @Override
  default Set<String> headers() {
    return Signature.HEADERS;
  }
}
