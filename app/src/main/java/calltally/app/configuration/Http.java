package calltally.app.configuration;

/**
 * Where notifications are received.
 *
 * @param port 0 lets the system choose
 */
public record Http(String host, int port) {

  static Http from(Entry entry) {
    Entry http = entry.mapping("host", "port");
    return new Http(
        http.get("host").or(Rule.TEXT, "127.0.0.1"), http.get("port").or(Rule.PORT, 8080));
  }
}
