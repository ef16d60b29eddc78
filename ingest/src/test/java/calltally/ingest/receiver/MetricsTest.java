package calltally.ingest.receiver;

import static calltally.ingest.receiver.RunningReceiver.FORM;
import static calltally.ingest.receiver.RunningReceiver.NOTIFY;
import static calltally.ingest.testing.IngestDatabase.TOKEN;
import static org.assertj.core.api.Assertions.assertThat;

import calltally.sql.settings.TokenDigest;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class MetricsTest {

  private final RunningReceiver server = new RunningReceiver();

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void at_rest_every_request_is_counted_as_ended_once() throws Exception {
    server.get(NOTIFY + "?event=test");
    server.get(NOTIFY + "?event=test");
    server.post(FORM, "event=test");
    server.post(FORM, "event=other");
    server.post(FORM, "time=x");
    server.post(FORM, "event=test", "Content-Encoding", "gzip");
    server.post(FORM, "x".repeat((1 << 20) + 1));
    server.get("/notify/unknown");
    server.get("/nowhere");
    put();
    server.database().refuseEvent("unwanted");
    server.post(FORM, "event=unwanted");

    String metrics = metrics();

    assertThat(value(metrics, "calltally_requests_total")).isEqualTo(11);
    assertThat(value(metrics, "calltally_stored_total")).isEqualTo(2);
    assertThat(value(metrics, "calltally_duplicate_total")).isEqualTo(2);
    assertThat(value(metrics, "calltally_rejected_total")).isEqualTo(4);
    assertThat(value(metrics, "calltally_refused_total{reason=\"unknown\"}")).isEqualTo(2);
    assertThat(value(metrics, "calltally_refused_total{reason=\"method\"}")).isEqualTo(1);
    assertAdditive(metrics);
    assertThat(value(metrics, "calltally_flush_rows_sum")).isEqualTo(8);
  }

  @Test
  void requests_are_counted_while_the_database_is_away() throws Exception {
    server.get(NOTIFY + "?event=test");
    server.database().goAway();
    server.get(NOTIFY + "?event=away");
    server.post(FORM, "time=x");

    String metrics = metrics();

    assertThat(value(metrics, "calltally_requests_total")).isEqualTo(3);
    assertAdditive(metrics);
  }

  @Test
  void metrics_show_fingerprints_and_never_tokens() throws Exception {
    server.get(NOTIFY + "?event=test");

    String fingerprint = TokenDigest.of(TOKEN).hex().substring(0, 8);
    assertThat(metrics())
        .contains(
            "calltally_token_requests_total{source=\"main\",token=\"%s\"} 1.0\n"
                .formatted(fingerprint))
        .doesNotContain(TOKEN);
  }

  @Test
  void a_forwarded_request_without_a_trusted_proxy_gets_no_metrics() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(server.uri("/metrics"))
            .header("X-Forwarded-For", "127.0.0.1")
            .build();

    assertThat(server.client().send(request, BodyHandlers.discarding()).statusCode())
        .isEqualTo(404);
  }

  @Test
  void the_process_is_alive_and_ready() throws Exception {
    assertThat(server.get("/health/live").body()).isEqualTo("{\"status\":\"up\"}");
    assertThat(server.get("/health/ready").statusCode()).isEqualTo(200);
    assertThat(server.get("/health/other").statusCode()).isEqualTo(404);
    server.database().goAway();

    assertThat(server.get("/health/live").statusCode()).isEqualTo(200);
  }

  @Test
  void the_readiness_names_the_tasks_of_the_service_that_do_not_work() throws Exception {
    server.setLateTasks(List.of("dispatch", "refresh"));

    assertThat(server.get("/health/ready").statusCode()).isEqualTo(503);
    assertThat(server.get("/health/ready").body())
        .isEqualTo("{\"status\":\"up\",\"database\":\"up\",\"late\":[\"dispatch\",\"refresh\"]}");
    assertThat(server.get("/health/live").statusCode()).isEqualTo(200);
  }

  private void put() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(server.uri(NOTIFY))
            .PUT(HttpRequest.BodyPublishers.ofString("event=test"))
            .build();
    server.client().send(request, BodyHandlers.discarding());
  }

  private String metrics() throws Exception {
    HttpResponse<String> response = server.get("/metrics");
    assertThat(response.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("text/plain; version=0.0.4");
    return response.body();
  }

  private static void assertAdditive(String metrics) {
    assertThat(value(metrics, "calltally_requests_total"))
        .isEqualTo(
            value(metrics, "calltally_stored_total")
                + value(metrics, "calltally_duplicate_total")
                + value(metrics, "calltally_spooled_total")
                + value(metrics, "calltally_rejected_total")
                + value(metrics, "calltally_refused_total"));
  }

  /** The sum over all series of the metric with these labels. */
  private static double value(String metrics, String name) {
    return metrics
        .lines()
        .filter(line -> line.startsWith(name + " ") || line.startsWith(name + "{"))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
        .sum();
  }
}
