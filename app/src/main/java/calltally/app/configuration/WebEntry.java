package calltally.app.configuration;

import calltally.app.terminal.Message;
import calltally.ingest.receiver.Network;
import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the page listens.
 *
 * @param port 0: the system chooses one
 * @param url by which readers reach the page, for links in letters; null without such links
 * @param trustedProxies which encrypt what browsers send
 */
public record WebEntry(String host, int port, @Nullable URI url, List<Network> trustedProxies) {

  private static final String LOOPBACK = "127\\..*|localhost|\\[::1]";

  public WebEntry {
    trustedProxies = List.copyOf(trustedProxies);
  }

  static WebEntry from(YamlValue entry) {
    YamlValue web = entry.mapping("host", "port", "url", "trusted_proxies");
    String host = web.get("host").or(ValueRule.HOST, "127.0.0.1");
    List<Network> proxies = web.get("trusted_proxies").all(ValueRule.NETWORK);
    if (proxies.isEmpty() && !host.matches(LOOPBACK)) {
      web.get("host").refuse(Message.of("configuration.web.proxy", host));
    }
    return new WebEntry(
        host,
        web.get("port").or(ValueRule.PORT, 8081),
        web.get("url").orNull(ValueRule.PAGE_URL),
        proxies);
  }

  public boolean isProxy(InetAddress address) {
    return Network.anyContains(trustedProxies, address);
  }
}
