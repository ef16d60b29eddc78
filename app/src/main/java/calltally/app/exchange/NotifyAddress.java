package calltally.app.exchange;

import calltally.app.configuration.HttpEntry;

/** The addresses at which this machine takes notifications. */
public record NotifyAddress(HttpEntry http) {

  /** Stands for a token that is not known here. */
  public static final String NO_TOKEN = "TOKEN";

  /** The address with a token at its end. */
  public String with(String token) {
    return base() + "/notify/" + token;
  }

  /** What comes before the path. */
  public String base() {
    String host = http.host();
    return "http://%s:%d".formatted(host.contains(":") ? "[" + host + "]" : host, http.port());
  }
}
