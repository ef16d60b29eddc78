package calltally.app.service;

import calltally.ingest.metrics.Counters;
import calltally.web.http.PageWatch;
import java.time.Duration;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Counts what the page does. */
final class PageMetrics implements PageWatch {

  private final Consumer<String[]> requests;
  private final BiConsumer<String, Duration> seconds;
  private final Consumer<String> refusedLogins;
  private final Consumer<String> figures;

  PageMetrics(Counters counters) {
    requests =
        counters.counted("page_requests", "Requests to the page, answered.", "route", "status");
    seconds =
        counters.timed("page_seconds", "Time until a request to the page is answered.", "route");
    refusedLogins =
        counters.countedBy(
            "reason",
            List.of("password", "limit"),
            "page_refused_logins",
            "Logins to the page that failed.");
    figures =
        counters.countedBy(
            "origin",
            List.of("database", "cache"),
            "page_figures",
            "Times that today's figures were sent, by origin.");
  }

  @Override
  public void answered(String route, int status, Duration took) {
    requests.accept(new String[] {route, String.valueOf(status)});
    seconds.accept(route, took);
  }

  @Override
  public void loginRefused(String reason) {
    refusedLogins.accept(reason);
  }

  @Override
  public void figuresShown(boolean areCached) {
    figures.accept(areCached ? "cache" : "database");
  }
}
