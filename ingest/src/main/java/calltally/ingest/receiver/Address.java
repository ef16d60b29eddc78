package calltally.ingest.receiver;

import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An IP address in numeric form; names are never looked up.
 *
 * @param ip never an IPv4 address mapped into IPv6, but the IPv4 address itself
 */
record Address(InetAddress ip) {

  private static final Pattern WITH_PORT =
      Pattern.compile("([0-9.]+):\\d+|\\[([^\\]]+)](?::\\d+)?");

  /** The address in the text, with or without a port; empty when there is none. */
  static Optional<Address> parse(String text) {
    Matcher withPort = WITH_PORT.matcher(text.strip());
    String digits = withPort.matches() ? withPort.group(withPort.group(1) == null ? 2 : 1) : text;
    byte[] bytes = NetUtil.createByteArrayFromIpAddressString(digits.strip());
    return bytes == null ? Optional.empty() : Optional.of(of(bytes));
  }

  private static Address of(byte[] bytes) {
    try {
      return new Address(InetAddress.getByAddress(bytes));
    } catch (UnknownHostException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What one party usually has: an IPv4 address, or a network of 64 bits in IPv6. */
  String party() {
    return HexFormat.of().formatHex(bytes(), 0, Math.min(8, bytes().length));
  }

  byte[] bytes() {
    return ip.getAddress();
  }
}
