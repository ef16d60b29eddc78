package calltally.ingest.receiver;

import java.net.InetAddress;
import java.util.List;

/**
 * A range of addresses with a common prefix.
 *
 * @param start one of them
 * @param bits length of the prefix
 */
public record Network(Address start, int bits) {

  public static final List<Network> LOOPBACK = List.of(parse("127.0.0.0/8"), parse("::1"));

  /**
   * Parses {@code 203.0.113.0/24}, {@code 2001:db8::/32} or a single address.
   *
   * @throws IllegalArgumentException when the text is none of them
   */
  public static Network parse(String text) {
    int slash = text.indexOf('/');
    String address = slash < 0 ? text : text.substring(0, slash);
    Address start = Address.parse(address).orElseThrow(() -> refused(text));
    int all = start.bytes().length * Byte.SIZE;
    try {
      int bits = slash < 0 ? all : Integer.parseInt(text.substring(slash + 1));
      if (bits < 0 || bits > all) {
        throw refused(text);
      }
      return new Network(start, bits);
    } catch (NumberFormatException e) {
      throw refused(text);
    }
  }

  private static IllegalArgumentException refused(String text) {
    return new IllegalArgumentException(
        "cannot read the network: it must be like 203.0.113.0/24 (was " + text + ")");
  }

  @Override
  public String toString() {
    return start.ip().getHostAddress() + "/" + bits;
  }

  /** Whether the address, which is in numeric form, lies in one of the networks. */
  public static boolean anyContains(List<Network> networks, InetAddress address) {
    return anyContains(networks, new Address(address));
  }

  static boolean anyContains(List<Network> networks, Address address) {
    return networks.stream().anyMatch(network -> network.contains(address));
  }

  boolean contains(Address address) {
    byte[] mine = start.bytes();
    byte[] theirs = address.bytes();
    if (mine.length != theirs.length) {
      return false;
    }
    int whole = bits / Byte.SIZE;
    int rest = Byte.SIZE - bits % Byte.SIZE;
    for (int index = 0; index < whole; index++) {
      if (mine[index] != theirs[index]) {
        return false;
      }
    }
    return rest == Byte.SIZE || (mine[whole] & 0xff) >> rest == (theirs[whole] & 0xff) >> rest;
  }
}
