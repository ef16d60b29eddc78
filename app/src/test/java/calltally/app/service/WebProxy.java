package calltally.app.service;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * A real web server in front of the page, configured by its very block in docs/web.md; only ports
 * and the certificate are of the test.
 */
final class WebProxy implements AutoCloseable {

  static final String HOST = "calls.example.com";

  private static final Path DOCUMENT = Path.of("..", "docs", "web.md");
  private static final Path OPERATION = Path.of("..", "docs", "operation.md");
  private static final Path COMPOSED = Path.of("src", "container", "nginx.conf");
  private static final Path RUSSIAN = Path.of("..", "docs", "ru", "web.md");
  private static final Pattern BLOCK = Pattern.compile("(?ms)^```[a-z]*\\n(.*?)^```$");
  private static final String NGINX =
      """
      daemon off;
      worker_processes 1;
      user root;
      pid nginx.pid;
      events { worker_connections 768; }
      http {
        access_log off;
        client_body_temp_path body;
        proxy_temp_path proxy;
        fastcgi_temp_path fastcgi;
        uwsgi_temp_path uwsgi;
        scgi_temp_path scgi;
      %s
      }
      """;
  private static final String CADDY =
      """
      {
        admin off
        auto_https disable_redirects
        https_port %d
      }
      %s
      """;

  private final Path folder;
  private final Process process;
  private final int port;

  private WebProxy(Path folder, int port, String... command) throws IOException {
    this.folder = folder;
    this.port = port;
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("proxy.log").toFile());
    builder.environment().put("HOME", folder.toString());
    builder.environment().put("XDG_DATA_HOME", folder.toString());
    process = builder.start();
  }

  /** nginx, from Debian's nginx-light. */
  static WebProxy nginx(Path folder, int port, int page) throws Exception {
    makeCertificate(folder);
    String block =
        replaced(
            block("server {"),
            "443",
            String.valueOf(port),
            "/etc/ssl/calls.pem",
            "calls.pem",
            "/etc/ssl/calls.key",
            "calls.key",
            "8081",
            String.valueOf(page));
    Files.writeString(folder.resolve("nginx.conf"), NGINX.formatted(block));
    return new WebProxy(
        folder, port, program("nginx"), "-p", folder + "/", "-c", "nginx.conf", "-e", "stderr");
  }

  /** nginx as the container's compose.yaml starts it, in front of the receiver and the page. */
  static WebProxy composed(Path folder, int port, int receiver, int page) throws Exception {
    makeCertificate(folder);
    String configuration =
        replaced(
            Files.readString(COMPOSED),
            "443",
            String.valueOf(port),
            "/etc/nginx/certificate/fullchain.pem",
            "calls.pem",
            "/etc/nginx/certificate/privkey.pem",
            "calls.key",
            "/tmp/nginx.pid",
            "nginx.pid",
            "receiver:8080",
            "127.0.0.1:" + receiver,
            "receiver:8081",
            "127.0.0.1:" + page,
            "http {",
            "daemon off; user root; http { client_body_temp_path body; proxy_temp_path proxy;"
                + " fastcgi_temp_path fastcgi; uwsgi_temp_path uwsgi; scgi_temp_path scgi;");
    Files.writeString(folder.resolve("nginx.conf"), configuration);
    return new WebProxy(
        folder, port, program("nginx"), "-p", folder + "/", "-c", "nginx.conf", "-e", "stderr");
  }

  /** nginx in front of the receiver, as docs/operation.md describes it. */
  static WebProxy receiver(Path folder, int port, int receiver) throws Exception {
    makeCertificate(folder);
    String block =
        replaced(
            block(Files.readString(OPERATION), "# next to the other log_format lines"),
            "443",
            String.valueOf(port),
            "/etc/letsencrypt/live/calls.example.com/fullchain.pem",
            "calls.pem",
            "/etc/letsencrypt/live/calls.example.com/privkey.pem",
            "calls.key",
            "/var/log/nginx/",
            "",
            "8080",
            String.valueOf(receiver));
    Files.writeString(folder.resolve("nginx.conf"), NGINX.formatted(block));
    return new WebProxy(
        folder, port, program("nginx"), "-p", folder + "/", "-c", "nginx.conf", "-e", "stderr");
  }

  /** Caddy, from the package of that name; the certificate that it would get is the test's. */
  static WebProxy caddy(Path folder, int port, int page) throws Exception {
    makeCertificate(folder);
    String block =
        replaced(
            block(HOST + " {"),
            HOST + " {",
            HOST + " {\n  tls calls.pem calls.key",
            "8081",
            String.valueOf(page));
    Files.writeString(folder.resolve("Caddyfile"), CADDY.formatted(port, block));
    return new WebProxy(
        folder, port, program("caddy"), "run", "--adapter", "caddyfile", "--config", "Caddyfile");
  }

  /** The block of the document, and of its translation, that begins with those words. */
  private static String block(String beginning) throws IOException {
    String block = block(Files.readString(DOCUMENT), beginning);
    if (!Files.readString(RUSSIAN).contains(block)) {
      throw new IllegalStateException(RUSSIAN + " has another block " + beginning);
    }
    return block;
  }

  private static String block(String document, String beginning) {
    return BLOCK
        .matcher(document)
        .results()
        .map(found -> found.group(1))
        .filter(text -> text.startsWith(beginning))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no block begins with " + beginning));
  }

  /** The block with what the test has in its place. */
  private static String replaced(String block, String... pairs) {
    String text = block;
    for (int pair = 0; pair < pairs.length; pair += 2) {
      if (!text.contains(pairs[pair])) {
        throw new IllegalStateException("the block has no " + pairs[pair]);
      }
      text = text.replace(pairs[pair], pairs[pair + 1]);
    }
    return text;
  }

  private static void makeCertificate(Path folder) throws Exception {
    run(
        folder,
        "openssl",
        "req",
        "-x509",
        "-newkey",
        "rsa:2048",
        "-nodes",
        "-keyout",
        "calls.key",
        "-out",
        "calls.pem",
        "-days",
        "2",
        "-subj",
        "/CN=" + HOST,
        "-addext",
        "subjectAltName=DNS:" + HOST);
  }

  /** Debian keeps servers out of the path of ordinary users. */
  private static String program(String name) {
    Path server = Path.of("/usr/sbin", name);
    return Files.exists(server) ? server.toString() : name;
  }

  /**
   * What curl prints for a page: its head and body. Cookies are kept in the folder.
   *
   * @param client address of this machine that the request comes from
   */
  String get(String client, String path, String... options) throws Exception {
    List<String> command =
        new ArrayList<>(List.of("curl", "-s", "-i", "--max-time", "30", "--cacert", "calls.pem"));
    command.addAll(List.of("--resolve", HOST + ":" + port + ":127.0.0.1"));
    command.addAll(List.of("--interface", client, "-b", "jar-" + client, "-c", "jar-" + client));
    command.addAll(Arrays.asList(options));
    command.add("https://" + HOST + ":" + port + path);
    return run(folder, command.toArray(String[]::new));
  }

  private static String run(Path folder, String... command) throws Exception {
    Process process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    process.waitFor(1, TimeUnit.MINUTES);
    return output;
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().orTimeout(20, TimeUnit.SECONDS).join();
  }
}
