package calltally.app.service;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A real Prometheus with the rules of docs/prometheus, which looks at a service every second and at
 * a proxy through a real blackbox exporter.
 */
final class Prometheus implements AutoCloseable {

  static final Path DOCUMENTS = Path.of("..", "docs", "prometheus").toAbsolutePath().normalize();
  static final Path RULES = DOCUMENTS.resolve("calltally.rules.yml");

  private static final Pattern ALERT = Pattern.compile("\"alertname\":\"(\\w+)\"");

  private final HttpClient http = HttpClient.newHttpClient();
  private final List<Process> processes = new ArrayList<>();
  private final Path folder;
  private final int port = freePort();

  /**
   * Starts both.
   *
   * @param service the port with the metrics
   * @param proxy the port of a proxy for {@link WebProxy#HOST}, whose certificate is calls.pem
   */
  Prometheus(Path folder, int service, int proxy) throws IOException {
    this.folder = Files.createDirectories(folder.resolve("prometheus"));
    int exporter = freePort();
    write("calltally.rules.yml", withoutPatience(Files.readString(RULES)));
    write(
        "blackbox.yml",
        Files.readString(DOCUMENTS.resolve("blackbox.yml"))
            + "      headers: {Host: %s}\n      tls_config: {server_name: %s, ca_file: %s}\n"
                .formatted(WebProxy.HOST, WebProxy.HOST, folder.resolve("calls.pem")));
    write(
        "prometheus.yml",
        Files.readString(DOCUMENTS.resolve("prometheus.yml"))
            .replace("15s", "1s")
            .replace("127.0.0.1:8080", "127.0.0.1:" + service)
            .replace("https://calls.example.com/", "https://127.0.0.1:" + proxy + "/")
            .replace("127.0.0.1:9115", "127.0.0.1:" + exporter));
    start(
        "prometheus-blackbox-exporter",
        "--config.file=blackbox.yml",
        "--web.listen-address=127.0.0.1:" + exporter);
    start(
        "prometheus",
        "--config.file=prometheus.yml",
        "--storage.tsdb.path=data",
        "--web.listen-address=127.0.0.1:" + port);
  }

  /** The rules at any hour and without the time that a fault must last before somebody is woken. */
  private static String withoutPatience(String rules) {
    return rules
        .replaceAll("for: \\S+", "for: 0s")
        .replace("hour() >= 8 < 15", "hour() >= 0 < 24")
        .replace("day_of_week() >= 1 <= 5", "day_of_week() >= 0 <= 6")
        .replace("task_failures_total[15m]) > 5", "task_failures_total[15m]) > 1");
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  private void start(String... command) throws IOException {
    processes.add(
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve(command[0] + ".log").toFile())
            .start());
  }

  /** The names of the alerts that fire now. */
  Set<String> firing() throws Exception {
    return alerts(query("ALERTS{alertstate=\"firing\"}"));
  }

  /** The names of the alerts in the shipped rules. */
  static Set<String> defined() throws IOException {
    return Pattern.compile("(?m)^ +- alert: (\\w+)$")
        .matcher(Files.readString(RULES))
        .results()
        .collect(TreeSet::new, (names, name) -> names.add(name.group(1)), Set::addAll);
  }

  /** What Prometheus answers to a query, as JSON. */
  String query(String expression) throws Exception {
    URI address =
        URI.create(
            "http://127.0.0.1:%d/api/v1/query?query=%s"
                .formatted(port, URLEncoder.encode(expression, UTF_8)));
    return http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString()).body();
  }

  private static Set<String> alerts(String json) {
    Set<String> names = new TreeSet<>();
    for (Matcher alert = ALERT.matcher(json); alert.find(); ) {
      names.add(alert.group(1));
    }
    return names;
  }

  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() {
    processes.forEach(Process::destroy);
    processes.forEach(process -> process.onExit().orTimeout(20, TimeUnit.SECONDS).join());
  }
}
