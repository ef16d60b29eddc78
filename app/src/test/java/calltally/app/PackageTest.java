package calltally.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static java.nio.file.StandardOpenOption.APPEND;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Debian package, tested as root on a machine without Calltally. */
@Tag("deb")
final class PackageTest {

  private static final Path CONFIGURATION = Path.of("/etc/calltally/calltally.yaml");
  private static final Path ENVIRONMENT = Path.of("/etc/calltally/environment");
  private static final Path UNIT = Path.of("/lib/systemd/system/calltally.service");
  private static final Path SECRETS = Path.of("/etc/calltally/secrets");
  private static final Path DATA = Path.of("/var/lib/calltally");
  private static final Path PROGRAM = Path.of("/usr/share/calltally");
  private static final String MISSED_CALL =
      """
      {"event": "incoming_call_%s", "time": "2026-11-20T06:0%d:00Z", "pbx_id": "1.1", "caller": "+375290000101", "receiver": "+375290000001"}""";

  private final Path deb = Path.of(requireNonNull(System.getProperty("deb")));
  private final HttpClient http = HttpClient.newHttpClient();
  private final Path folder;
  private final Path log;
  private final int port = freePort();
  private @Nullable Process service;

  PackageTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    log = folder.resolve("service.log");
  }

  @BeforeEach
  void requireMachineWithout() {
    assertThat(deb).isRegularFile();
    assertThat(Stream.of(CONFIGURATION, DATA, PROGRAM)).noneMatch(Files::exists);
  }

  @AfterEach
  void purge() throws Exception {
    Process running = service;
    if (running != null) {
      running.destroy();
      running.onExit().get(1, TimeUnit.MINUTES);
    }
    run("dpkg", "--purge", "calltally");
  }

  @Test
  void the_package_installs_serves_upgrades_and_purges_completely() throws Exception {
    assertThat(succeed("dpkg", "--install", deb.toString()))
        .contains("the token for the exchange's address is in /etc/calltally/environment");
    assertThat(succeed("getent", "passwd", "calltally"))
        .endsWith(":/var/lib/calltally:/usr/sbin/nologin\n");
    assertThat(permissions(CONFIGURATION)).isEqualTo("root:calltally rw-r-----");
    assertThat(permissions(ENVIRONMENT)).isEqualTo("root:calltally rw-r-----");
    assertThat(permissions(DATA)).isEqualTo("calltally:calltally rwxr-x---");

    assertThat(succeed("systemd-analyze", "verify", "--man=no", UNIT.toString())).isEmpty();
    succeed("systemd-analyze", "security", "--offline=true", "--threshold=20", UNIT.toString());

    String edited = Files.readString(CONFIGURATION).replace("port: 8080", "port: " + port);
    Files.writeString(CONFIGURATION, edited);
    startService();
    assertThat(post(MISSED_CALL.formatted("start", 0))).isEqualTo(200);
    assertThat(post(MISSED_CALL.formatted("end", 1))).isEqualTo(200);
    succeed("calltally", "refresh");
    assertThat(calls()).isEqualTo("1");
    assertThat(succeed("calltally", "check"))
        .contains("ok       configuration", "ok       schema")
        .doesNotContain("failed  ");
    Path report =
        Path.of(
            succeed(
                    "calltally",
                    "report",
                    "daily",
                    "--date",
                    "2026-11-20",
                    "--out",
                    DATA + "/reports")
                .strip());
    assertThat(Files.readAllBytes(DATA.resolve(report))).startsWith("%PDF-".getBytes(UTF_8));
    assertThat(permissions(DATA.resolve(report))).startsWith("calltally:calltally ");

    String secrets = Files.readString(ENVIRONMENT);
    succeed("dpkg", "--install", deb.toString());
    endService();
    assertThat(CONFIGURATION).hasContent(edited);
    assertThat(ENVIRONMENT).hasContent(secrets);
    assertThat(permissions(CONFIGURATION)).isEqualTo("root:calltally rw-r-----");
    startService();
    assertThat(calls()).isEqualTo("1");
    endService();

    assertThat(succeed("dpkg", "--remove", "calltally"))
        .contains("notifications and reports stay in /var/lib/calltally");
    assertThat(Stream.of(PROGRAM, Path.of("/usr/bin/calltally"), UNIT)).noneMatch(Files::exists);
    assertThat(Stream.of(CONFIGURATION, DATA.resolve("postgresql"))).allMatch(Files::exists);

    succeed("dpkg", "--purge", "calltally");
    assertThat(Stream.of(CONFIGURATION.getParent(), DATA, PROGRAM)).noneMatch(Files::exists);
    assertThat(run("getent", "passwd", "calltally").exit()).isEqualTo(2);
    assertThat(run("dpkg", "--status", "calltally").exit()).isEqualTo(1);
  }

  @Test
  void the_package_lists_every_library_with_its_licence() throws Exception {
    succeed("dpkg-deb", "--extract", deb.toString(), folder.resolve("package").toString());
    Path licenses = folder.resolve("package/usr/share/doc/calltally/licenses");
    String bill = Files.readString(licenses.resolve("bom.cdx.json"));
    assertThat(licenses.resolve("texts/postgresql-binaries.txt")).isRegularFile();
    try (Stream<Path> jars = Files.list(folder.resolve("package" + PROGRAM + "/lib"))) {
      List<String> names = jars.map(jar -> jar.getFileName().toString()).toList();
      assertThat(names).hasSizeGreaterThan(100);
      for (String name : names) {
        assertThat(name.startsWith("calltally-") || bill.contains(nameAndVersion(name)))
            .as("the bill of materials has %s", name)
            .isTrue();
      }
    }
  }

  private static String nameAndVersion(String jar) {
    Matcher parts = Pattern.compile("(.+?)-([0-9].*)\\.jar").matcher(jar);
    assertThat(parts.matches()).as(jar).isTrue();
    return "/%s@%s?".formatted(parts.group(1), parts.group(2));
  }

  @Test
  void a_signature_shows_that_a_package_is_the_one_that_was_signed() throws Exception {
    Path keys = Files.createDirectory(folder.resolve("keys"));
    Path copy = Files.copy(deb, folder.resolve(deb.getFileName()));
    succeed("chmod", "700", keys.toString());
    String gpg = "gpg --homedir " + keys + " --batch ";
    succeed("sh", "-c", gpg + "--passphrase '' --quick-generate-key p@example.com ed25519 sign");
    Path script = Path.of("src/deb/sign").toAbsolutePath();

    succeed("env", "GNUPGHOME=" + keys, script.toString(), "p@example.com", copy.toString());

    String verify = gpg + "--verify " + copy + ".asc " + copy;
    succeed("sh", "-c", verify);
    Files.write(copy, new byte[1], APPEND);
    assertThat(run("sh", "-c", verify).exit()).isNotZero();
  }

  @Test
  void a_signed_repository_upgrades_the_package_before_with_its_data() throws Exception {
    AptRepository repository = new AptRepository(folder);
    repository.publish(packageBefore());
    repository.install();
    assertThat(version()).isEqualTo("0.0.9");
    Files.writeString(
        CONFIGURATION, Files.readString(CONFIGURATION).replace("port: 8080", "port: " + port));
    startService();
    assertThat(post(MISSED_CALL.formatted("start", 0))).isEqualTo(200);
    assertThat(post(MISSED_CALL.formatted("end", 1))).isEqualTo(200);

    repository.publish(deb);
    repository.install();
    endService();
    startService();

    assertThat(version()).isNotEqualTo("0.0.9");
    succeed("calltally", "refresh");
    assertThat(calls()).isEqualTo("1");
    assertThat(permissions(SECRETS)).isEqualTo("root:calltally rwxr-x---");
    repository.tamper();
    assertThat(repository.update().exit()).isNotZero();
    endService();
  }

  @Test
  void secrets_are_files_that_only_the_service_reads_and_its_limits_leave_room() throws Exception {
    succeed("dpkg", "--install", deb.toString());
    Path secret = SECRETS.resolve("SMTP_PASSWORD");
    Files.writeString(secret, "correct horse\n");
    succeed("chmod", "640", secret.toString());
    succeed("chgrp", "calltally", secret.toString());
    Files.writeString(
        CONFIGURATION,
        Files.readString(CONFIGURATION).replace("port: 8080", "port: " + port)
            + "mail: {host: localhost, from: a@example.com, user: reports,"
            + " password: \"${SMTP_PASSWORD}\"}\n");

    startService();

    assertThat(succeed("calltally", "subscriptions")).isNotEmpty();
    long tasks = succeed("ps", "-L", "--no-headers", "-u", "calltally").lines().count();
    assertThat(tasks).isBetween(10L, Long.parseLong(ofUnit("TasksMax")) / 4);
    assertThat(ofUnit("LoadCredential")).isEqualTo("secrets:" + SECRETS);
    endService();
  }

  /** The package as a version before it was: without limits, and without a folder of secrets. */
  private Path packageBefore() throws Exception {
    Path files = folder.resolve("before");
    succeed("dpkg-deb", "--raw-extract", deb.toString(), files.toString());
    edit(files.resolve("DEBIAN/control"), "(?m)^Version: .*$", "Version: 0.0.9");
    edit(files.resolve("DEBIAN/postinst"), ".*secrets.*\n", "mkdir -p \"\\$data\"\n");
    edit(
        files.resolve("lib/systemd/system/calltally.service"),
        "(?m)^(LoadCredential|MemoryMax|TasksMax)=.*\n",
        "");
    Path built = folder.resolve("calltally_0.0.9_before.deb");
    succeed("dpkg-deb", "-Znone", "--build", files.toString(), built.toString());
    return built;
  }

  private static void edit(Path file, String pattern, String replacement) throws IOException {
    Files.writeString(file, Files.readString(file).replaceAll(pattern, replacement));
  }

  private static String version() throws Exception {
    return succeed("dpkg-query", "--show", "--showformat", "${Version}", "calltally");
  }

  /** Runs the unit's command as its user, with its environment and without privileges. */
  private void startService() throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                "setpriv",
                "--reuid=calltally",
                "--regid=calltally",
                "--init-groups",
                "--no-new-privs",
                "--bounding-set=-all",
                "--inh-caps=-all"));
    command.addAll(List.of(ofUnit("ExecStart").split(" ")));
    ProcessBuilder process =
        new ProcessBuilder(command)
            .directory(Path.of(ofUnit("WorkingDirectory")).toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    process.environment().put("CALLTALLY_TOKEN", token());
    process.environment().put("CREDENTIALS_DIRECTORY", credentials().toString());
    service = process.start();
    await()
        .atMost(Duration.ofMinutes(3))
        .ignoreExceptions()
        .untilAsserted(
            () -> assertThat(status(request("/health/ready").GET())).as(log()).isEqualTo(200));
    assertThat(log()).doesNotContain(token());
  }

  /** Copies of the secrets, as systemd hands them to the service. */
  private static Path credentials() throws Exception {
    Path copies = Files.createDirectories(DATA.resolve("credentials"));
    if (Files.exists(SECRETS)) {
      try (Stream<Path> secrets = Files.list(SECRETS)) {
        for (Path secret : secrets.toList()) {
          Files.copy(secret, copies.resolve("secrets_" + secret.getFileName()), REPLACE_EXISTING);
        }
      }
    }
    succeed("chown", "-R", "calltally:calltally", copies.toString());
    return copies;
  }

  private void endService() throws Exception {
    Process running = service;
    if (running != null) {
      running.destroy();
      assertThat(running.waitFor(1, TimeUnit.MINUTES)).isTrue();
      assertThat(running.exitValue()).as(log()).isZero();
      await().untilAsserted(() -> assertThat(processes()).isEmpty());
      service = null;
    }
  }

  /** Live processes of the service's user; zombies may wait for the first process to reap them. */
  private static String processes() throws Exception {
    return run("pgrep", "--list-full", "--runstates", "D,R,S,T", "--uid", "calltally").out();
  }

  private static String ofUnit(String key) throws IOException {
    return Files.readAllLines(UNIT).stream()
        .filter(line -> line.startsWith(key + "="))
        .map(line -> line.substring(key.length() + 1))
        .findFirst()
        .orElseThrow();
  }

  private static String token() throws IOException {
    return Files.readAllLines(ENVIRONMENT).stream()
        .filter(line -> line.startsWith("CALLTALLY_TOKEN="))
        .map(line -> line.substring("CALLTALLY_TOKEN=".length()))
        .findFirst()
        .orElseThrow();
  }

  private int post(String json) throws Exception {
    return status(
        request("/notify/" + token())
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json)));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
  }

  private int status(HttpRequest.Builder request) throws Exception {
    HttpResponse<Void> response = http.send(request.build(), BodyHandlers.discarding());
    return response.statusCode();
  }

  private static String calls() throws Exception {
    return succeed("calltally", "sql", "--csv", "select count(*) from analytics.call")
        .lines()
        .skip(1)
        .findFirst()
        .orElseThrow();
  }

  private String log() throws IOException {
    return Files.readString(log);
  }

  private static String permissions(Path file) throws IOException {
    PosixFileAttributes attributes = Files.readAttributes(file, PosixFileAttributes.class);
    return "%s:%s %s"
        .formatted(
            attributes.owner(),
            attributes.group(),
            PosixFilePermissions.toString(attributes.permissions()));
  }

  static String succeed(String... command) throws Exception {
    Outcome outcome = run(command);
    assertThat(outcome.exit()).as(outcome.out()).isZero();
    return outcome.out();
  }

  static Outcome run(String... command) throws Exception {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String out = new String(process.getInputStream().readAllBytes(), UTF_8);
    return new Outcome(process.waitFor(), out);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  record Outcome(int exit, String out) {}
}
