package calltally.ingest.receiver;

import calltally.ingest.request.NotifyRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Where a request came from, as far as it can be told.
 *
 * @param peer the address at the other end of the connection
 * @param forwardedFor all headers {@code X-Forwarded-For} in their order: each proxy adds at the
 *     right whom it was talking to
 */
record ClientAddress(String peer, List<String> forwardedFor) {

  static ClientAddress of(NotifyRequest request) {
    return new ClientAddress(request.peer(), request.headers().forwardedFor());
  }

  boolean isForwarded() {
    return !forwardedFor.isEmpty();
  }

  /**
   * The address before the trusted proxies: read from the right, the first that is none of them;
   * what stands left of it anybody may have written. Empty when there is no address at that place.
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
