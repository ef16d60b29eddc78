package calltally.ingest.receiver;

import static calltally.ingest.receiver.RunningReceiver.NOTIFY;
import static calltally.ingest.receiver.RunningReceiver.STORED;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import calltally.sql.settings.TokenDigest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Sources that share a receiver. */
final class SeveralSourcesTest {

  private static final String TOKEN = "the-token-of-another-source";
  private static final String ADD_SOURCE =
      """
      with added as (
          insert into config.source (name, zone, region) values ('other', 'UTC', 'BY')
          returning source_id)
      insert into config.source_token (source_id, digest)
      select source_id, decode('%s', 'hex') from added
      """;

  private static final String COUNT =
      """
      select count(*) filter (where s.name = 'main'), count(*) filter (where s.name = 'other')
      from journal.notification as n
      join config.source as s using (source_id)
      """;

  /** Together more than the memory for bodies. */
  private static final int BODIES = 60;

  private static final int LENGTH = 1 << 20;
  private static final String HEAD =
      "POST %s HTTP/1.1\r\nHost: a\r\nContent-Length: %d\r\n\r\n".formatted(NOTIFY, LENGTH);

  private final RunningReceiver server =
      new RunningReceiver(ADD_SOURCE.formatted(TokenDigest.of(TOKEN).hex()));
  private final List<Socket> sockets = new ArrayList<>();

  @AfterEach
  void stop() throws IOException {
    for (Socket socket : sockets) {
      socket.close();
    }
    server.close();
  }

  @Test
  void bodies_of_one_source_leave_memory_for_another() throws Exception {
    byte[] start = (HEAD + "x".repeat(LENGTH - 1)).getBytes(ISO_8859_1);
    for (int number = 0; number < BODIES; number++) {
      Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.receiver().port());
      sockets.add(socket);
      socket.getOutputStream().write(start);

      assertThat(small(number).body()).isEqualTo(STORED);
    }
  }

  @Test
  void notifications_of_one_source_leave_room_in_the_spool_for_another() throws Exception {
    server
        .database()
        .whileLocked(
            "journal.notification",
            () -> {
              int number = 0;
              while (large(number).statusCode() == 200) {
                assertThat(small(number).body()).isEqualTo(STORED);
                number++;
              }
              HttpResponse<String> refused = large(number);
              assertThat(refused.statusCode()).isEqualTo(503);
              assertThat(refused.headers().firstValue("Retry-After")).contains("5");
              assertThat(small(number).body()).isEqualTo(STORED);
            });

    assertThat(server.counters().text())
        .contains("calltally_refused_total{reason=\"quota\"} 2.0")
        .contains("calltally_refused_total{reason=\"unavailable\"} 0.0");
    server.database().awaitRow(COUNT, "7", "8");
  }

  private HttpResponse<String> large(int number) throws IOException, InterruptedException {
    return server.post(
        RunningReceiver.FORM, "event=test&number=" + number + "&message=" + "x".repeat(500_000));
  }

  private HttpResponse<String> small(int number) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(server.uri("/notify/" + TOKEN))
            .header("Content-Type", RunningReceiver.FORM)
            .POST(BodyPublishers.ofString("event=test&number=" + number))
            .build();
    return server.client().send(request, BodyHandlers.ofString());
  }
}
