package calltally.ingest.journal.rejected;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import calltally.exchange.Rejection;
import calltally.exchange.request.Bytes;
import calltally.exchange.request.NotifyRequest;
import calltally.exchange.request.RequestMethod;
import calltally.ingest.journal.Batch;
import calltally.ingest.journal.Journal;
import calltally.ingest.journal.RejectedRow;
import calltally.ingest.journal.StorageResult;
import calltally.ingest.testing.IngestDatabase;
import calltally.ingest.testing.SettableClock;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class RejectedRequestsTest {

  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final Instant ARRIVAL = Instant.parse("2026-11-20T06:00:01Z");
  private static final RejectedFilter ALL = new RejectedFilter(null, null, Set.of());
  private static final ReplayTotals ONE_STORED = new ReplayTotals(1, 0, 0, 0);

  private final IngestDatabase database = new IngestDatabase();
  private final Journal journal = Journal.open(database.ingest());
  private final RejectedRequests rejected =
      new RejectedRequests(database.owner(), new SettableClock("2026-11-21T00:00:00Z"));

  @AfterEach
  void stop() {
    journal.close();
    database.close();
  }

  @Test
  void a_request_readable_today_becomes_a_notification_with_its_time_of_arrival() {
    reject("event=test&message=Привет", 0);
    reject("event=incoming_call_start", 0);

    assertThat(rejected.replay(ALL)).isEqualTo(new ReplayTotals(1, 0, 1, 0));

    assertThat(
            database.row(
                "select received_at = '2026-11-20T06:00:01Z', method, channel, fields ->> 'message'"
                    + " from journal.notification"))
        .containsExactly("t", "POST", "http", "Привет");
    assertThat(database.row("select replayed_at = '2026-11-21T00:00:00Z' from journal.rejected"))
        .containsExactly("t");
    assertThat(rejected.list(ALL, 10))
        .containsExactly(
            new RejectedRequest(
                2,
                "main",
                ARRIVAL,
                "a call event must have a pbx_id of at most 200 characters",
                "pbx_id",
                25));
  }

  @Test
  void a_replay_may_be_repeated() {
    reject("event=test", 0);

    assertThat(rejected.replay(ALL)).isEqualTo(ONE_STORED);
    assertThat(rejected.replay(ALL)).isEqualTo(ReplayTotals.NONE);

    assertThat(database.count("journal.notification")).isOne();
    assertThat(database.count("journal.duplicate")).isZero();
  }

  @Test
  void a_request_that_was_sent_again_meanwhile_is_a_duplicate() {
    reject("event=test", 0);
    reject("event=test", 0);

    assertThat(rejected.replay(ALL)).isEqualTo(new ReplayTotals(1, 1, 0, 0));

    assertThat(database.row("select deliveries from journal.duplicate")).containsExactly("1");
    assertThat(rejected.list(ALL, 10)).isEmpty();
  }

  @Test
  void a_request_that_was_not_kept_in_full_stays_rejected() {
    reject("event=test&message=half a wo", 1);

    assertThat(rejected.replay(ALL)).isEqualTo(new ReplayTotals(0, 0, 0, 1));

    assertThat(database.count("journal.notification")).isZero();
    assertThat(rejected.list(ALL, 10)).extracting(RejectedRequest::reason).containsExactly("odd");
  }

  @Test
  void a_request_refused_by_the_database_stays_and_does_not_stop_the_others() {
    database.refuseEvent("unwanted");
    reject("event=unwanted", 0);
    reject("event=test", 0);

    assertThat(rejected.replay(ALL)).isEqualTo(new ReplayTotals(1, 0, 1, 0));

    assertThat(rejected.list(ALL, 10))
        .extracting(RejectedRequest::reason)
        .containsExactly("the database must accept the notification (was SQLSTATE 23514)");
  }

  @Test
  void a_filter_selects_by_source_time_and_id() {
    for (int number = 1; number <= 4; number++) {
      reject("event=test&number=" + number, 0);
    }

    assertThat(rejected.replay(new RejectedFilter(null, null, Set.of(2L, 99L))))
        .isEqualTo(ONE_STORED);
    assertThat(rejected.replay(new RejectedFilter("other", null, Set.of())))
        .isEqualTo(ReplayTotals.NONE);
    assertThat(rejected.list(new RejectedFilter("main", ARRIVAL.plusMillis(1), Set.of()), 10))
        .isEmpty();
    assertThat(rejected.list(new RejectedFilter("main", ARRIVAL, Set.of()), 2))
        .extracting(RejectedRequest::id)
        .containsExactly(4L, 3L);
  }

  @Test
  void a_line_of_a_file_keeps_its_number_in_the_reason() {
    Bytes line = Bytes.of("{\"event\": \"\"}".getBytes(UTF_8));
    Rejection rejection = new Rejection("event", "line 7: odd");
    reject(RejectedRow.of("main", ARRIVAL, rejection, NotifyRequest.line(line), 13));

    rejected.replay(ALL);

    assertThat(rejected.list(ALL, 10))
        .extracting(RejectedRequest::reason)
        .containsExactly("line 7: a notification must have an event");
  }

  @Test
  void requests_are_read_again_as_they_were_sent() {
    reject(RequestMethod.GET, "event=tags&time=2020-02-03T07:00:00%2B03:00", null, "");
    reject(
        RequestMethod.POST,
        null,
        "application/json",
        "{\"event\":\"tags\",\"time\":\"2020-02-03T07:00:00\"}");
    reject(RequestMethod.POST, "time=2020-02-03T04:00:00.0Z", "text/plain", "event=tags");
    reject(
        RequestMethod.FILE, null, null, "{\"event\":\"tags\",\"time\":\"2020-02-03T04:00:00Z\"}");

    assertThat(rejected.replay(ALL)).isEqualTo(new ReplayTotals(4, 0, 0, 0));

    assertThat(
            database.row(
                """
                select array_agg(method order by id), array_agg(distinct event),
                    array_agg(distinct occurred_at at time zone 'UTC')
                from journal.notification_202002
                """))
        .containsExactly("{GET,POST,POST,FILE}", "{tags}", "{\"2020-02-03 04:00:00\"}");
  }

  @Test
  void concurrent_replays_store_a_request_once() throws Exception {
    reject("event=test", 0);
    try (Connection connection = database.owner().getConnection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("select from journal.rejected for update");
      CompletableFuture<ReplayTotals> one =
          CompletableFuture.supplyAsync(() -> rejected.replay(ALL));
      CompletableFuture<ReplayTotals> two =
          CompletableFuture.supplyAsync(() -> rejected.replay(ALL));
      database.awaitBlockedStatement();
      connection.rollback();

      assertThat(one.get(1, TimeUnit.MINUTES).plus(two.get(1, TimeUnit.MINUTES)))
          .isEqualTo(ONE_STORED);
    }
    assertThat(database.count("journal.notification")).isOne();
  }

  private void reject(
      RequestMethod method, @Nullable String query, @Nullable String type, String body) {
    Bytes content = Bytes.of(body.getBytes(UTF_8));
    NotifyRequest request = NotifyRequest.kept(method, query, type, content);
    reject(RejectedRow.of("main", ARRIVAL, new Rejection(null, "odd"), request));
  }

  private void reject(String body, int missing) {
    Bytes bytes = Bytes.of(body.getBytes(UTF_8));
    NotifyRequest request =
        NotifyRequest.kept(RequestMethod.POST, null, "application/x-www-form-urlencoded", bytes);
    Rejection odd = new Rejection(null, "odd");
    reject(RejectedRow.of("main", ARRIVAL, odd, request, bytes.size() + missing));
  }

  private void reject(RejectedRow row) {
    assertThat(journal.append(Batch.of(List.of(row)), LIMIT))
        .containsExactly(StorageResult.REJECTED);
  }
}
