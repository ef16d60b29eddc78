package calltally.ingest.receiver;

import calltally.exchange.request.NotifyRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The origin of a request, as far as it is known.
 *
 * @param peer the address at the other end of the connection
 * @param forwardedFor all {@code X-Forwarded-For} headers, in order: each proxy appends its own
 *     peer at the right
 */
record ClientAddress(String peer, List<String> forwardedFor) {

  static ClientAddress of(NotifyRequest request) {
    return new ClientAddress(request.peer(), request.headers().forwardedFor());
  }

  boolean isForwarded() {
    return !forwardedFor.isEmpty();
  }

  /**
   * The address in front of the trusted proxies: the first from the right that is none of them.
   * Anybody may have written those to its left. Empty when there is no valid address at that place.
   */
  Optional<Address> address(List<Network> proxies) {
    List<String> chain =
        forwardedFor.stream().flatMap(line -> Arrays.stream(line.split(",", -1))).toList();
    Optional<Address> address = Address.parse(peer);
    for (int last = chain.size() - 1; last >= 0 && isOneOf(proxies, address); last--) {
      address = Address.parse(chain.get(last));
    }
    return address;
  }

  private static boolean isOneOf(List<Network> proxies, Optional<Address> address) {
    return address.isPresent() && Network.anyContains(proxies, address.get());
  }
}
