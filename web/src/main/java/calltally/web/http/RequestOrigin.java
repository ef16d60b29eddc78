package calltally.web.http;

import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Where a request comes from.
 *
 * @param address of the browser, as far as trusted proxies say so
 * @param isPlain whether it came from a browser on this machine, without a proxy
 * @param isAllowed whether it came from this machine or through a trusted proxy
 */
public record RequestOrigin(InetAddress address, boolean isPlain, boolean isAllowed) {

  /**
   * The origin of a request.
   *
   * @param peer at the other end of the connection
   * @param forwardedFor all headers {@code X-Forwarded-For}, in order
   * @param isProxy whether an address is a trusted proxy's
   */
  static RequestOrigin of(
      InetAddress peer,
      List<String> forwardedFor,
      boolean isForwarded,
      Predicate<InetAddress> isProxy) {
    List<String> chain =
        forwardedFor.stream().flatMap(line -> Arrays.stream(line.split(",", -1))).toList();
    boolean isLocal = peer.isLoopbackAddress();
    return new RequestOrigin(
        browser(peer, chain, isProxy),
        isLocal && !isForwarded && chain.isEmpty(),
        isLocal || isProxy.test(peer));
  }

  private static InetAddress browser(
      InetAddress peer, List<String> chain, Predicate<InetAddress> isProxy) {
    InetAddress address = peer;
    for (int last = chain.size() - 1; last >= 0 && isProxy.test(address); last--) {
      InetAddress before = address(chain.get(last).strip());
      if (before == null) {
        break;
      }
      address = before;
    }
    return address;
  }

  /** The numeric address in the text; names are never looked up. */
  static @Nullable InetAddress address(String text) {
    byte[] bytes = NetUtil.createByteArrayFromIpAddressString(text);
    try {
      return bytes == null ? null : InetAddress.getByAddress(bytes);
    } catch (UnknownHostException e) {
      throw new IllegalStateException(e);
    }
  }
}
