package calltally.app.service;

import calltally.app.configuration.Configuration;
import calltally.app.configuration.WebEntry;
import calltally.app.database.CallDatabase;
import calltally.app.database.PagePool;
import calltally.ingest.metrics.Counters;
import calltally.reporting.delivery.Archive;
import calltally.web.WebServer;
import calltally.web.WebSettings;
import calltally.web.status.StatusSource;
import calltally.web.user.User;
import calltally.web.user.Users;
import com.zaxxer.hikari.HikariDataSource;
import java.net.URI;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Objects;
import java.util.OptionalDouble;

/** The page of a service, with its pools of connections. */
public final class WebService implements AutoCloseable {

  private static final String PRODUCT = "Calltally";

  private final WebEntry web;
  private final WebServer server;
  private final Users users;
  private final HikariDataSource figures;
  private final HikariDataSource sessions;

  private WebService(
      WebEntry web,
      WebServer server,
      Users users,
      HikariDataSource figures,
      HikariDataSource sessions) {
    this.web = web;
    this.server = server;
    this.users = users;
    this.figures = figures;
    this.sessions = sessions;
  }

  /** Starts the page; it has figures once the database is prepared. */
  public static WebService start(
      WebEntry web,
      Configuration configuration,
      CallDatabase database,
      StatusSource status,
      Counters counters,
      InstantSource clock) {
    HikariDataSource figures = PagePool.forFigures(database);
    HikariDataSource sessions = PagePool.forSessions(database);
    WebSettings settings =
        new WebSettings(
            Objects.requireNonNullElse(configuration.company().name(), PRODUCT),
            web.host(),
            web.port(),
            !web.trustedProxies().isEmpty(),
            web::isProxy,
            new Users(configuration.users()),
            new Archive(configuration.data().archive()),
            status,
            new PageMetrics(counters));
    try {
      WebServer server = WebServer.start(settings, figures, sessions, clock);
      counters.gauge(
          "page_sessions",
          "Sessions of the page with a request in the last five minutes.",
          () -> OptionalDouble.of((double) server.activeSessions()));
      return new WebService(web, server, settings.users(), figures, sessions);
    } catch (RuntimeException e) {
      figures.close();
      sessions.close();
      throw e;
    }
  }

  /** The address for browsers on this machine. */
  public URI address() {
    String host = web.host().equals("0.0.0.0") ? "127.0.0.1" : web.host();
    return URI.create("http://%s:%d/".formatted(host, server.port()));
  }

  /** Lets these users log in from now on, and nobody else. */
  public void replaceUsers(Collection<User> changed) {
    users.replace(changed);
  }

  @Override
  public void close() {
    server.close();
    figures.close();
    sessions.close();
  }
}
