package calltally.ingest.receiver;

import static calltally.ingest.testing.IngestDatabase.TOKEN;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import calltally.exchange.request.Bytes;
import calltally.exchange.request.NotifyRequest;
import calltally.exchange.request.ReceivedBody;
import calltally.exchange.request.ReceivedBody.End;
import calltally.exchange.request.RequestHeaders;
import calltally.exchange.request.RequestMethod;
import calltally.ingest.journal.Bounds;
import calltally.ingest.journal.GroupCommit;
import calltally.ingest.journal.Journal;
import calltally.ingest.metrics.Counters;
import calltally.ingest.spool.JournalOrSpool;
import calltally.ingest.spool.Spool;
import calltally.ingest.testing.IngestDatabase;
import calltally.ingest.testing.SettableClock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The responder without its HTTP server. */
final class NotifyResponderTest {

  private static final String SIGNED = "insert into config.signing_secret values (1, 'secret')";

  private final IngestDatabase database = new IngestDatabase();
  private final SettableClock clock = new SettableClock("2026-11-20T06:00:01Z");
  private final Counters counters = new Counters();
  private final Journal journal = Journal.open(database.ingest());
  private final Bounds queue = new Bounds(100, 1 << 20);
  private final JournalOrSpool journalOrSpool =
      JournalOrSpool.open(
          journal,
          GroupCommit.into(journal, queue, counters),
          Spool.open(database.receiver().spool()),
          counters);

  @BeforeEach
  void warm_up() {
    journal.warmUp();
  }

  @AfterEach
  void stop() {
    journalOrSpool.close();
    journal.close();
    database.close();
  }

  @Test
  void the_end_of_a_body_decides_the_answer() {
    NotifyResponder responder = responder(10_000);

    assertThat(statuses(responder)).containsExactly(200, 413, 408, 503);

    assertThat(database.count("journal.notification")).isOne();
    assertThat(
            database.row("select array_agg(reason order by id), sum(size) from journal.rejected"))
        .containsExactly(
            "{\"a body must not exceed 1048576 bytes\","
                + "\"a body must arrive completely and in time\"}",
            "21");
    assertThat(counters.text())
        .contains("calltally_requests_total 4.0\n")
        .contains("calltally_stored_total 1.0\n")
        .contains("calltally_rejected_total{status=\"408\"} 1.0\n")
        .contains("calltally_rejected_total{status=\"413\"} 1.0\n")
        .contains("calltally_refused_total{reason=\"unavailable\"} 1.0\n");
  }

  @Test
  void nothing_is_kept_of_a_body_whose_signature_cannot_be_verified() {
    database.sql().execute(SIGNED);

    assertThat(statuses(responder(10_000))).containsExactly(401, 413, 408, 503);

    assertThat(database.count("journal.notification")).isZero();
    assertThat(database.count("journal.rejected")).isZero();
    assertThat(database.count("journal.rejected_day")).isZero();
    assertThat(counters.text()).contains("calltally_refused_total{reason=\"signature\"} 4.0\n");
  }

  @Test
  void a_source_beyond_its_rate_is_refused_until_time_passes() {
    NotifyResponder responder = responder(1);

    assertThat(answer(responder, get("event=test"))).isEqualTo(HttpReply.STORED);
    HttpReply refused = answer(responder, get("event=other"));
    clock.goForward(Duration.ofSeconds(1));

    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.headers()).containsEntry("Retry-After", "1");
    assertThat(database.count("journal.notification")).isOne();
    assertThat(answer(responder, get("event=other"))).isEqualTo(HttpReply.STORED);
    assertThat(counters.text()).contains("calltally_refused_total{reason=\"rate\"} 1.0\n");
  }

  @Test
  void strangers_do_not_use_up_the_rate_of_a_source() {
    NotifyResponder responder = responder(1);

    for (String token : List.of("", "unknown", TOKEN + "/x", TOKEN.toUpperCase(Locale.ROOT))) {
      assertThat(answer(responder, request(RequestMethod.GET, token, "event=test", End.COMPLETE)))
          .isEqualTo(HttpReply.NOT_FOUND);
    }

    assertThat(answer(responder, get("event=test"))).isEqualTo(HttpReply.STORED);
    assertThat(counters.text()).contains("calltally_refused_total{reason=\"unknown\"} 4.0\n");
  }

  @Test
  void strangers_are_limited_and_sources_from_the_same_address_are_not() {
    NotifyResponder responder = responder(10_000);
    NotifyRequest stranger = request(RequestMethod.GET, "unknown", "event=test", End.COMPLETE);
    for (int n = 0; n < 100; n++) {
      assertThat(answer(responder, stranger)).isEqualTo(HttpReply.NOT_FOUND);
    }

    assertThat(answer(responder, stranger)).isEqualTo(HttpReply.TOO_MANY);
    assertThat(answer(responder, get("event=test"))).isEqualTo(HttpReply.STORED);
    assertThat(counters.text()).contains("calltally_refused_total{reason=\"unknown\"} 101.0\n");
    assertThat(counters.securityEvents()).isEqualTo(101);

    clock.goForward(Duration.ofSeconds(1));
    assertThat(answer(responder, stranger)).isEqualTo(HttpReply.NOT_FOUND);
  }

  @Test
  void a_method_other_than_get_and_post_stores_nothing() {
    NotifyResponder responder = responder(10_000);

    for (RequestMethod method :
        List.of(RequestMethod.HEAD, RequestMethod.OTHER, RequestMethod.FILE)) {
      HttpReply reply = answer(responder, request(method, TOKEN, "event=test", End.COMPLETE));
      assertThat(reply.status()).as(method.name()).isEqualTo(405);
      assertThat(reply.headers()).containsEntry("Allow", "GET, POST");
    }

    assertThat(database.count("journal.notification")).isZero();
    assertThat(counters.text()).contains("calltally_refused_total{reason=\"method\"} 3.0\n");
  }

  @Test
  void only_requests_and_errors_are_counted_and_only_long_bodies_need_a_thread() {
    NotifyResponder responder = responder(10_000);

    responder.warmUp();
    assertThat(counters.text()).contains("calltally_requests_total 0.0\n");
    assertThat(responder.failed(new IllegalStateException("odd"))).isEqualTo(HttpReply.FAILED);

    assertThat(database.count("journal.notification")).isZero();
    assertThat(counters.text()).contains("calltally_refused_total{reason=\"error\"} 1.0\n");
    assertThat(responder.needsThread(post((32 << 10) - 1))).isFalse();
    assertThat(responder.needsThread(post(32 << 10))).isTrue();
  }

  private NotifyResponder responder(int perSecond) {
    TokenAuthenticator authenticator =
        new TokenAuthenticator(database.ingest(), database.receiver(), counters);
    return new NotifyResponder(
        authenticator, new RateLimiter(perSecond, clock), journalOrSpool, counters, clock);
  }

  private static List<Integer> statuses(NotifyResponder responder) {
    return Stream.of(End.COMPLETE, End.TOO_LONG, End.INCOMPLETE, End.CROWDED)
        .map(end -> request(RequestMethod.POST, TOKEN, "event=test", end))
        .map(request -> answer(responder, request).status())
        .toList();
  }

  private static HttpReply answer(NotifyResponder responder, NotifyRequest request) {
    return responder.answer(request).join();
  }

  private static NotifyRequest get(String query) {
    return request(RequestMethod.GET, TOKEN, query, End.COMPLETE);
  }

  private static NotifyRequest post(int size) {
    return request(RequestMethod.POST, TOKEN, "x".repeat(size), End.COMPLETE);
  }

  /** A request whose fields are in the body of a POST, and in the query otherwise. */
  private static NotifyRequest request(RequestMethod method, String token, String fields, End end) {
    boolean isPost = method == RequestMethod.POST;
    Bytes content = isPost ? Bytes.of(fields.getBytes(UTF_8)) : Bytes.NONE;
    return new NotifyRequest(
        method,
        "127.0.0.1",
        token,
        isPost ? null : fields,
        new RequestHeaders(RunningReceiver.FORM, null, List.of(), Map.of()),
        new ReceivedBody(System.nanoTime(), content, content.size(), end));
  }
}
