package calltally.ingest.receiver;

import static calltally.ingest.receiver.RunningReceiver.FORM;
import static calltally.ingest.receiver.RunningReceiver.NOTIFY;
import static calltally.ingest.receiver.RunningReceiver.STORED;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import calltally.exchange.sipsim.SigningSecret;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A source that accepts only signed requests. */
final class SignedSourceTest {

  private static final SigningSecret OLD = new SigningSecret("old-secret");
  private static final SigningSecret NEW = new SigningSecret("new-secret");
  private static final String BODY = "event=test&message=signed";

  private final RunningReceiver server =
      new RunningReceiver(
          "insert into config.signing_secret values (1, 'old-secret'), (1, 'new-secret')");

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void a_signed_request_is_stored_and_its_repetition_is_a_duplicate() throws Exception {
    assertThat(post(OLD, BODY).body()).isEqualTo(STORED);
    assertThat(post(OLD, BODY).body()).isEqualTo(STORED);
    assertThat(post(NEW, BODY).body()).isEqualTo(STORED);

    assertThat(server.database().count("journal.notification")).isOne();
    assertThat(server.database().row("select deliveries from journal.duplicate"))
        .containsExactly("2");
  }

  @Test
  void an_unsigned_request_is_refused_and_counted_but_not_kept() throws Exception {
    HttpResponse<String> unsigned = server.post(FORM, BODY);
    HttpResponse<String> foreign = post(new SigningSecret("foreign"), BODY);
    HttpResponse<String> nonsense = server.post(FORM, "event=");
    HttpResponse<String> query = server.get(NOTIFY + "?event=test");

    assertThat(unsigned.statusCode()).isEqualTo(401);
    assertThat(unsigned.body())
        .isEqualTo("{\"error\":\"X-Webhook-Signature and X-Webhook-Timestamp must be valid\"}");
    for (HttpResponse<String> other : List.of(foreign, nonsense, query)) {
      assertThat(other.statusCode()).isEqualTo(401);
      assertThat(other.body()).isEqualTo(unsigned.body());
    }
    assertThat(server.database().count("journal.notification")).isZero();
    assertThat(server.database().count("journal.rejected_day")).isZero();
    assertThat(server.counters().text())
        .contains("calltally_refused_total{reason=\"signature\"} 4.0\n");
  }

  @Test
  void a_signature_older_than_five_minutes_is_rejected() throws Exception {
    HttpRequest request = signed(OLD, BODY);
    server.clock().goForward(Duration.ofSeconds(299));
    assertThat(status(request)).isEqualTo(200);

    server.clock().goForward(Duration.ofSeconds(1));
    assertThat(status(request)).isEqualTo(200);

    server.clock().goForward(Duration.ofSeconds(1));
    assertThat(status(request)).isEqualTo(401);
  }

  @Test
  void a_signed_request_that_is_no_notification_is_kept() throws Exception {
    assertThat(post(OLD, "message=x").statusCode()).isEqualTo(422);

    assertThat(server.database().count("journal.rejected")).isOne();
  }

  @Test
  void a_body_too_long_to_be_verified_is_refused_and_not_kept() throws Exception {
    assertThat(post(OLD, "event=test&message=" + "x".repeat(1 << 20)).statusCode()).isEqualTo(413);

    assertThat(server.database().count("journal.rejected_day")).isZero();
  }

  @Test
  void a_compressed_body_is_verified_before_it_is_kept() throws Exception {
    assertThat(server.post(FORM, BODY, "Content-Encoding", "gzip").statusCode()).isEqualTo(401);
    assertThat(server.database().count("journal.rejected")).isZero();

    HttpRequest.Builder compressed = builder(OLD, BODY, NOTIFY).header("Content-Encoding", "gzip");
    assertThat(status(compressed.build())).isEqualTo(415);
    assertThat(server.database().count("journal.rejected")).isOne();
  }

  @Test
  void a_query_added_to_a_signed_post_has_no_effect() throws Exception {
    assertThat(status(builder(OLD, BODY, NOTIFY + "?status=answer&pbx_id=9").build()))
        .isEqualTo(200);

    assertThat(server.database().row("select fields, pbx_id, status from journal.notification"))
        .containsExactly("{\"event\": \"test\", \"message\": \"signed\"}", null, null);
  }

  @Test
  void a_get_is_refused_because_no_signature_covers_its_query() throws Exception {
    HttpRequest request =
        builder(NEW, "", NOTIFY + "?event=test")
            .method("GET", HttpRequest.BodyPublishers.noBody())
            .build();

    assertThat(status(request)).isEqualTo(401);
    assertThat(server.database().count("journal.notification")).isZero();
  }

  private HttpResponse<String> post(SigningSecret secret, String body) throws Exception {
    return server.client().send(signed(secret, body), BodyHandlers.ofString());
  }

  private HttpRequest signed(SigningSecret secret, String body) {
    return builder(secret, body, NOTIFY).build();
  }

  private HttpRequest.Builder builder(SigningSecret secret, String body, String path) {
    String timestamp = String.valueOf(server.clock().instant().getEpochSecond());
    byte[] digest = secret.sign(timestamp.getBytes(UTF_8), body.getBytes(UTF_8));
    return HttpRequest.newBuilder(server.uri(path))
        .header("Content-Type", FORM)
        .header("X-Webhook-Signature", HexFormat.of().formatHex(digest))
        .header("X-Webhook-Timestamp", timestamp)
        .POST(HttpRequest.BodyPublishers.ofString(body));
  }

  private int status(HttpRequest request) throws Exception {
    return server.client().send(request, BodyHandlers.discarding()).statusCode();
  }
}
