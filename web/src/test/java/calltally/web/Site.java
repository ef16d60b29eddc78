package calltally.web;

import calltally.reporting.delivery.Archive;
import calltally.reporting.report.CustomerNumbers;
import calltally.sql.DatabaseRole;
import calltally.web.http.PageWatch;
import calltally.web.session.SessionId;
import calltally.web.session.Sessions;
import calltally.web.status.StatusLine;
import calltally.web.user.PasswordHash;
import calltally.web.user.Role;
import calltally.web.user.User;
import calltally.web.user.Users;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The page of a company's history, on a real server, with a clock that tests set. */
final class Site implements AutoCloseable {

  static final String PASSWORD = "correct horse battery";

  private static final Duration LONGEST_SILENCE = Duration.ofHours(2);

  /** Hashing takes long: all users have the same password. */
  private static final PasswordHash HASH = PasswordHash.of(PASSWORD);

  private final History history;
  private final List<HikariDataSource> pools = new ArrayList<>();
  private final List<WebServer> servers = new ArrayList<>();
  private final HttpClient client = HttpClient.newHttpClient();
  private volatile Instant now;
  private Predicate<InetAddress> proxy = address -> false;
  private PageWatch watch = PageWatch.NONE;
  private final Path archive;
  private String company = "Romashka";
  private int port;

  Site() {
    this(ZoneId.of("Europe/Minsk"));
  }

  Site(ZoneId zone) {
    history = new History(zone);
    now = history.instant("2026-11-20T14:32:00");
    try {
      archive = Files.createTempDirectory("archive");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The folder of the reports that were sent. */
  Path archive() {
    return archive;
  }

  History history() {
    return history;
  }

  /** The name of the company, for servers opened from now on. */
  Site of(String name) {
    company = name;
    return this;
  }

  /** The time from now on. */
  void at(String localTime) {
    now = history.instant(localTime);
  }

  /** Starts a server, from now on the one that is asked. */
  Site open(User... users) {
    InstantSource clock = () -> now;
    WebSettings settings =
        new WebSettings(
            company,
            "127.0.0.1",
            0,
            true,
            proxy,
            new Users(List.of(users)),
            new Archive(archive),
            (language, at) -> List.of(feed(at)),
            watch);
    WebServer server =
        WebServer.start(settings, pool(DatabaseRole.REPORT), pool(DatabaseRole.WEB), clock);
    servers.add(server);
    port = server.port();
    return this;
  }

  /** What the check of a service would say of the history. */
  private StatusLine feed(Instant at) {
    Instant last = history.lastNotification(at);
    if (last == null) {
      return new StatusLine(false, "warning", "feed", "main has sent nothing yet");
    }
    Duration since = Duration.between(last, at);
    boolean isFine = since.compareTo(LONGEST_SILENCE) <= 0;
    String finding = "main last sent something %d min ago".formatted(since.toMinutes());
    return new StatusLine(isFine, isFine ? "ok" : "warning", "feed", finding);
  }

  /** Settings without a proxy. */
  static WebSettings settings(String host, int port, Users users) {
    return new WebSettings(
        "",
        host,
        port,
        false,
        address -> false,
        users,
        new Archive(Path.of("nowhere")),
        (language, at) -> List.of(),
        PageWatch.NONE);
  }

  /** Goes on by some seconds, so that limits of requests do not matter. */
  void later(long seconds) {
    now = now.plusSeconds(seconds);
  }

  /** The address of a page. */
  String url(String path) {
    return "http://127.0.0.1:" + port + path;
  }

  /** Ends all servers. */
  void stop() {
    servers.forEach(WebServer::close);
    servers.clear();
  }

  /** Trusts this machine as a proxy, for servers opened from now on. */
  void behindProxy() {
    proxy = InetAddress::isLoopbackAddress;
  }

  /** Notifies the watch, for servers opened from now on. */
  Site watchedBy(PageWatch notified) {
    watch = notified;
    return this;
  }

  private HikariDataSource pool(DatabaseRole role) {
    HikariDataSource pool = new HikariDataSource();
    pool.setJdbcUrl(history.address().url());
    pool.setUsername(history.address().user());
    pool.setMaximumPoolSize(4);
    pool.setMinimumIdle(0);
    pool.setConnectionInitSql("set role " + role.sqlName());
    pools.add(pool);
    return pool;
  }

  static User boss() {
    return new User(
        "boss", HASH, Role.ALL, null, null, List.of("main"), CustomerNumbers.SHOWN, null);
  }

  /** Sees everything, but no numbers. */
  static User auditor() {
    return new User(
        "auditor",
        HASH,
        Role.ALL,
        null,
        null,
        List.of("main"),
        CustomerNumbers.MASKED,
        Locale.ENGLISH);
  }

  static User boss(String password) {
    PasswordHash hash = PasswordHash.of(password);
    return new User(
        "boss", hash, Role.ALL, null, null, List.of("main"), CustomerNumbers.SHOWN, null);
  }

  static User head(String department, CustomerNumbers numbers) {
    return new User(
        "head", HASH, Role.DEPARTMENT, department, null, List.of("main"), numbers, Locale.ENGLISH);
  }

  static User manager(String name) {
    return manager("manager", name);
  }

  /** A manager who logs in under another name. */
  static User manager(String login, String name) {
    return new User(
        login,
        HASH,
        Role.MANAGER,
        null,
        name,
        List.of("main"),
        CustomerNumbers.MASKED,
        Locale.ENGLISH);
  }

  Browser browser() {
    return new Browser(this);
  }

  /** A browser that is logged in; without a password, as to hash one takes long. */
  Browser browser(User user) {
    Users users = new Users(List.of(user));
    SessionId session = new Sessions(history.pool(), users, () -> now).begin(user).id();
    Browser browser = browser();
    browser.forge("calltally", session.value());
    return browser;
  }

  HttpResponse<String> send(
      String method, String path, @Nullable String cookie, String form, String... headers)
      throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url(path))).method(method, BodyPublishers.ofString(form));
    if (cookie != null) {
      request.header("Cookie", cookie);
    }
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), BodyHandlers.ofString());
  }

  @Override
  public void close() {
    servers.forEach(WebServer::close);
    pools.forEach(HikariDataSource::close);
    history.close();
  }
}
