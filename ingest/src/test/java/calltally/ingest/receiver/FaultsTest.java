package calltally.ingest.receiver;

import static calltally.ingest.receiver.RunningReceiver.FORM;
import static calltally.ingest.receiver.RunningReceiver.NOTIFY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ConnectException;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class FaultsTest {

  private final RunningReceiver server = new RunningReceiver();

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void without_the_database_nothing_is_claimed() throws Exception {
    assertThat(server.get("/health").statusCode()).isEqualTo(200);
    server.database().goAway();

    HttpResponse<String> response = server.get(NOTIFY + "?event=test");

    assertThat(response.statusCode()).isEqualTo(503);
    assertThat(response.headers().firstValue("Retry-After")).contains("5");
    assertThat(server.post(FORM, "time=x").statusCode()).isEqualTo(503);
    assertThat(server.get("/health").statusCode()).isEqualTo(503);
    assertThat(server.get("/notify/unknown").statusCode()).isEqualTo(404);
  }

  @Test
  void a_database_that_does_not_answer_is_not_waited_for() throws Exception {
    server
        .database()
        .whileLocked(
            "journal.notification",
            () -> assertThat(server.get(NOTIFY + "?event=test").statusCode()).isEqualTo(503));

    assertThat(server.get(NOTIFY + "?event=test").statusCode()).isEqualTo(200);
  }

  @Test
  void what_the_database_refuses_is_refused_and_kept() throws Exception {
    server.database().refuseEvent("unwanted");

    HttpResponse<String> response = server.post(FORM, "event=unwanted");

    assertThat(response.statusCode()).isEqualTo(422);
    assertThat(response.body())
        .isEqualTo(
            "{\"error\":\"the database has to accept it, was SQLSTATE 23514\",\"field\":null}");
    assertThat(
            server
                .database()
                .row("select reason, convert_from(body, 'UTF8') from journal.rejected"))
        .containsExactly("the database has to accept it, was SQLSTATE 23514", "event=unwanted");
    assertThat(server.get(NOTIFY + "?event=test").statusCode()).isEqualTo(200);
  }

  @Test
  void a_receiver_stops_while_the_database_does_not_answer() throws Exception {
    server
        .database()
        .whileLocked(
            "journal.notification",
            () -> {
              server.get(NOTIFY + "?event=test");
              server.receiver().close();
            });

    assertThatThrownBy(() -> server.raw().exchange("GET /health HTTP/1.1\r\n\r\n"))
        .isInstanceOf(ConnectException.class);
  }
}
