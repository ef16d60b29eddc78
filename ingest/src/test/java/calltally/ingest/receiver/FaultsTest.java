package calltally.ingest.receiver;

import static calltally.ingest.receiver.RunningReceiver.FORM;
import static calltally.ingest.receiver.RunningReceiver.NOTIFY;
import static calltally.ingest.receiver.RunningReceiver.STORED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ConnectException;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class FaultsTest {

  private static final String JOURNAL = "journal.notification";
  private static final String COUNT = "select count(*) from journal.notification";

  private final RunningReceiver server = new RunningReceiver();

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void without_the_database_requests_are_spooled() throws Exception {
    assertThat(server.get("/health").statusCode()).isEqualTo(200);
    server.database().goAway();

    assertThat(server.get(NOTIFY + "?event=test").body()).isEqualTo(STORED);
    assertThat(server.post(FORM, "time=x").statusCode()).isEqualTo(422);
    assertThat(server.get("/health").statusCode()).isEqualTo(503);
    assertThat(server.get("/notify/unknown").statusCode()).isEqualTo(404);
  }

  @Test
  void requests_do_not_wait_for_a_database_that_hangs() throws Exception {
    server
        .database()
        .whileLocked(
            JOURNAL, () -> assertThat(server.get(NOTIFY + "?event=test").body()).isEqualTo(STORED));

    server.database().awaitRow(COUNT, "1");
    assertThat(server.database().count("journal.duplicate")).isZero();
  }

  @Test
  void a_spooled_repetition_is_counted_once() throws Exception {
    server
        .database()
        .whileLocked(
            JOURNAL,
            () -> {
              for (int delivery = 0; delivery < 5; delivery++) {
                server.get(NOTIFY + "?event=test");
              }
            });
    server.database().awaitRow(COUNT, "1");
    server.get(NOTIFY + "?event=test");

    server.database().awaitRow("select deliveries from journal.duplicate", "5");
    server.receiver().close();
    assertThat(server.database().spool()).isDirectoryNotContaining("glob:**.spool");
  }

  @Test
  void a_rejected_request_is_spooled_too() throws Exception {
    server
        .database()
        .whileLocked(
            "journal.rejected",
            () -> assertThat(server.post(FORM, "time=x").statusCode()).isEqualTo(422));

    server
        .database()
        .awaitRow(
            "select convert_from(max(body), 'UTF8'), count(*) from journal.rejected",
            "time=x",
            "1");
    assertThat(server.database().row("select requests from journal.rejected_day"))
        .containsExactly("1");
  }

  @Test
  void requests_are_refused_only_when_database_and_spool_fail() throws Exception {
    String half = "event=test&message=" + "x".repeat(900_000);
    server
        .database()
        .whileLocked(
            JOURNAL,
            () -> {
              int status = server.post(FORM, half).statusCode();
              while (status == 200) {
                status = server.post(FORM, half).statusCode();
              }
              HttpResponse<String> refused = server.post(FORM, half);
              assertThat(refused.statusCode()).isEqualTo(503);
              assertThat(refused.headers().firstValue("Retry-After")).contains("5");
              assertThat(server.get(NOTIFY + "?event=test").statusCode()).isEqualTo(200);
            });

    server.database().awaitRow(COUNT, "2");
    assertThat(server.post(FORM, half).statusCode()).isEqualTo(200);
  }

  @Test
  void a_notification_refused_by_the_database_is_refused_and_kept() throws Exception {
    server.database().refuseEvent("unwanted");

    HttpResponse<String> response = server.post(FORM, "event=unwanted");

    assertThat(response.statusCode()).isEqualTo(422);
    assertThat(response.body())
        .isEqualTo(
            "{\"error\":\"the database must accept the notification (was SQLSTATE 23514)\","
                + "\"field\":null}");
    assertThat(
            server
                .database()
                .row("select reason, convert_from(body, 'UTF8') from journal.rejected"))
        .containsExactly(
            "the database must accept the notification (was SQLSTATE 23514)", "event=unwanted");
    assertThat(server.get(NOTIFY + "?event=test").statusCode()).isEqualTo(200);
  }

  @Test
  void spooled_notifications_refused_by_the_database_are_rejected() throws Exception {
    server.database().refuseEvent("unwanted");
    server
        .database()
        .whileLocked(
            JOURNAL,
            () -> {
              server.get(NOTIFY + "?event=test&number=1");
              server.get(NOTIFY + "?event=unwanted");
              server.get(NOTIFY + "?event=test&number=2");
            });

    server.database().awaitRow(COUNT, "2");
    server
        .database()
        .awaitRow(
            "select count(*), max(convert_from(body, 'UTF8')::jsonb #>> '{fields,event}') from journal.rejected",
            "1",
            "unwanted");
  }

  @Test
  void a_receiver_stops_in_time_while_the_database_hangs() throws Exception {
    server
        .database()
        .whileLocked(
            JOURNAL,
            () -> {
              server.get(NOTIFY + "?event=test");
              server.receiver().close();
            });

    assertThatThrownBy(() -> server.raw().exchange("GET /health HTTP/1.1\r\n\r\n"))
        .isInstanceOf(ConnectException.class);
  }
}
