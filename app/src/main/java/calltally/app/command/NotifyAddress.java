package calltally.app.command;

import calltally.app.configuration.HttpEntry;

/** The addresses at which this machine takes notifications. */
record NotifyAddress(HttpEntry http) {

  /** Stands for a token that is not known here. */
  static final String NO_TOKEN = "TOKEN";

  /** The address with a token at its end. */
  String with(String token) {
    return base() + "/notify/" + token;
  }

  /** What comes before the path. */
  String base() {
    String host = http.host();
    return "http://%s:%d".formatted(host.contains(":") ? "[" + host + "]" : host, http.port());
  }
}
