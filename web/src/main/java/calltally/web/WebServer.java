package calltally.web;

import calltally.sql.LocalizedException;
import calltally.sql.LocalizedText;
import calltally.web.archive.ArchiveRoutes;
import calltally.web.calls.CallsRoutes;
import calltally.web.customer.CustomerRoutes;
import calltally.web.frame.HeavyQueries;
import calltally.web.frame.Views;
import calltally.web.http.PageHttpServer;
import calltally.web.http.PageRequests;
import calltally.web.http.RequestRate;
import calltally.web.http.Routes;
import calltally.web.http.StaticFile;
import calltally.web.login.LoginRoutes;
import calltally.web.review.CsvRoutes;
import calltally.web.review.ReviewRoutes;
import calltally.web.session.LoggedIn;
import calltally.web.session.Sessions;
import calltally.web.status.StatusRoutes;
import calltally.web.today.TodayRoutes;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.sql.DataSource;

/** The server of the page. */
public final class WebServer implements AutoCloseable {

  private static final int PER_SESSION = 10;
  private static final int PER_ADDRESS = 100;
  private static final int QUERIES_AT_ONCE = 2;

  /** One selects what only the page shows and what is usual, the other who waits. */
  private static final int OTHER_THREADS = 2;

  private static final Duration ACTIVE = Duration.ofMinutes(5);

  private final PageHttpServer server;
  private final ExecutorService other;
  private final RequestRate perSession;
  private final InstantSource clock;

  private WebServer(
      PageHttpServer server, ExecutorService other, RequestRate perSession, InstantSource clock) {
    this.server = server;
    this.other = other;
    this.perSession = perSession;
    this.clock = clock;
  }

  /**
   * Starts listening.
   *
   * @param figures read-only connections of the role calltally_report
   * @param web connections of the role calltally_web
   */
  public static WebServer start(
      WebSettings settings, DataSource figures, DataSource web, InstantSource clock) {
    settings.requireProtected();
    RequestRate perSession = new RequestRate(PER_SESSION, clock);
    ExecutorService other = Executors.newFixedThreadPool(OTHER_THREADS, WebServer::thread);
    PageRequests requests =
        new PageRequests(
            routes(settings, figures, other, web, perSession, clock),
            new RequestRate(PER_ADDRESS, clock),
            settings.isProxy(),
            settings.watch());
    try {
      return new WebServer(
          PageHttpServer.start(settings.host(), settings.port(), requests),
          other,
          perSession,
          clock);
    } catch (CompletionException e) {
      other.shutdownNow();
      Throwable cause = Objects.requireNonNullElse(e.getCause(), e);
      String reason = String.valueOf(cause.getMessage());
      throw new LocalizedException(
          LocalizedText.of("calltally.web", "port", settings.host(), settings.port(), reason), e);
    }
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "web-figures");
    thread.setDaemon(true);
    return thread;
  }

  private static Routes routes(
      WebSettings settings,
      DataSource figures,
      Executor other,
      DataSource web,
      RequestRate perSession,
      InstantSource clock) {
    Sessions sessions = new Sessions(web, settings.users(), clock);
    LoggedIn loggedIn = new LoggedIn(sessions, perSession);
    Routes routes = new Routes();
    routes.get("/page.css", StaticFile.of("page.css", "text/css"));
    routes.get("/icon.svg", StaticFile.of("icon.svg", "image/svg+xml"));
    routes.get("/page.js", StaticFile.of("page.js", "text/javascript"));
    new LoginRoutes(settings.company(), settings.users(), sessions, web, settings.watch(), clock)
        .addTo(routes);
    Views views = new Views(loggedIn, figures, clock);
    HeavyQueries queries = new HeavyQueries(QUERIES_AT_ONCE);
    new TodayRoutes(settings.company(), figures, other, queries, settings.watch())
        .addTo(routes, views);
    new CallsRoutes(settings.company(), figures, queries).addTo(routes, views);
    new ReviewRoutes(settings.company(), figures, queries).addTo(routes, views);
    new CsvRoutes(figures, queries).addTo(routes, views);
    new ArchiveRoutes(settings.company(), figures, settings.archive(), queries)
        .addTo(routes, views);
    new StatusRoutes(settings.company(), settings.status(), queries).addTo(routes, views);
    new CustomerRoutes(settings.company(), figures, web, queries).addTo(routes, views);
    return routes;
  }

  /** Sessions that have made a request in the last five minutes. */
  public long activeSessions() {
    return perSession.since(clock.instant().minus(ACTIVE));
  }

  public int port() {
    return server.port();
  }

  @Override
  public void close() {
    server.close();
    other.shutdown();
  }
}
