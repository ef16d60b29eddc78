package calltally.exchange;

import calltally.exchange.field.Fields;
import calltally.exchange.field.NotANotification;
import calltally.exchange.request.NotifyRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What one exchange sends, how it proves that it is the sender, and what its messages mean.
 *
 * <p>All methods are pure functions, and may be called by several threads. A new exchange
 * implements this interface and is named in {@code META-INF/services}.
 */
public interface PbxProtocol {

  /** The word for it in the configuration and in the journal: lower-case letters and digits. */
  String name();

  /** Its name as people write it. */
  String title();

  Capabilities capabilities();

  /** Whether it does not exist, and only shows how to add one: it is not offered to anybody. */
  default boolean isExample() {
    return false;
  }

  /** The keys of its secrets in the configuration. */
  Set<String> secretNames();

  /** Whether it signs bodies as SipSim does, with the {@code signing_secrets} of the source. */
  default boolean takesSigningSecrets() {
    return false;
  }

  /** Whether requests need a proof beyond the token in their path. */
  default boolean requiresProof(Secrets secrets) {
    return !secrets.isEmpty();
  }

  /**
   * The request as far as it is proven to come from the exchange; empty when it is not.
   *
   * <p>Compares in constant time. Without secrets, every request is taken as it is.
   */
  Optional<NotifyRequest> authenticate(NotifyRequest request, Secrets secrets, Instant now);

  /** The reply to a request without a proof. */
  default String proofRule() {
    return "the signature must be valid";
  }

  /** Names of the headers that it reads, in lower case. */
  default Set<String> headers() {
    return Set.of();
  }

  /** Whether its requests may have this path below the token; without slashes around it. */
  default boolean hasPath(String path) {
    return path.isEmpty();
  }

  /** The reply to a request that only checks the address; empty for all others. */
  default Optional<Reply> verify(NotifyRequest request) {
    return Optional.empty();
  }

  /** The same request, its keys and tokens masked: as it may be stored. */
  default NotifyRequest masked(NotifyRequest request) {
    return request;
  }

  /**
   * The fields to keep, keys and tokens masked. A later version must read them, too.
   *
   * @throws NotANotification when the request cannot be read
   */
  Fields fields(NotifyRequest request);

  /**
   * The notification with these fields: of a call, or not about a call.
   *
   * @param fields as {@link #fields} returned them, now or in the past
   * @throws NotANotification when they break a rule
   */
  Notification read(Fields fields, Receipt receipt);

  /** What the exchange expects to hear when its notification was stored, now or before. */
  default Reply reply(NotifyRequest request) {
    return Reply.STORED;
  }

  /**
   * The notifications of the definitions that those of one call mean.
   *
   * @param raw all of one call; neither order nor repetition may change the result
   */
  List<CallNotification> translate(List<RawNotification> raw);

  /**
   * The customers' numbers in the fields, as written there, of messages about no call, too.
   *
   * <p>The journal replaces and erases a number wherever it stands in the fields, in any spelling;
   * the conformance kit erases each of these, and must find no byte of it left.
   */
  List<String> numbers(Fields fields);
}
