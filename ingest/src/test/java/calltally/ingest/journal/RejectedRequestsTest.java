package calltally.ingest.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import calltally.ingest.notification.Method;
import calltally.ingest.notification.Octets;
import calltally.ingest.notification.RawRequest;
import calltally.ingest.notification.Rejection;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class RejectedRequestsTest {

  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final Instant ARRIVAL = Instant.parse("2026-11-20T06:00:01Z");
  private static final RejectedChoice ALL = new RejectedChoice(null, null, Set.of());
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
  void what_can_be_read_today_becomes_a_notification_of_the_time_it_arrived() {
    refuse("event=test&message=Привет", 0);
    refuse("event=incoming_call_start", 0);

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
                "a call event needs a pbx_id of at most 200 characters",
                "pbx_id",
                25));
  }

  @Test
  void a_replay_may_be_repeated() {
    refuse("event=test", 0);

    assertThat(rejected.replay(ALL)).isEqualTo(ONE_STORED);
    assertThat(rejected.replay(ALL)).isEqualTo(ReplayTotals.NONE);

    assertThat(database.count("journal.notification")).isOne();
    assertThat(database.count("journal.duplicate")).isZero();
  }

  @Test
  void what_has_come_meanwhile_is_a_duplicate() {
    refuse("event=test", 0);
    refuse("event=test", 0);

    assertThat(rejected.replay(ALL)).isEqualTo(new ReplayTotals(1, 1, 0, 0));

    assertThat(database.row("select deliveries from journal.duplicate")).containsExactly("1");
    assertThat(rejected.list(ALL, 10)).isEmpty();
  }

  @Test
  void what_was_not_kept_as_a_whole_stays_as_it_is() {
    refuse("event=test&message=half a wo", 1);

    assertThat(rejected.replay(ALL)).isEqualTo(new ReplayTotals(0, 0, 0, 1));

    assertThat(database.count("journal.notification")).isZero();
    assertThat(rejected.list(ALL, 10)).extracting(RejectedRequest::reason).containsExactly("odd");
  }

  @Test
  void what_the_database_refuses_stays_and_does_not_stop_the_others() {
    database.refuseEvent("unwanted");
    refuse("event=unwanted", 0);
    refuse("event=test", 0);

    assertThat(rejected.replay(ALL)).isEqualTo(new ReplayTotals(1, 0, 1, 0));

    assertThat(rejected.list(ALL, 10))
        .extracting(RejectedRequest::reason)
        .containsExactly("the database has to accept it, was SQLSTATE 23514");
  }

  @Test
  void some_of_them_can_be_chosen() {
    for (int number = 1; number <= 4; number++) {
      refuse("event=test&number=" + number, 0);
    }

    assertThat(rejected.replay(new RejectedChoice(null, null, Set.of(2L, 99L))))
        .isEqualTo(ONE_STORED);
    assertThat(rejected.replay(new RejectedChoice("other", null, Set.of())))
        .isEqualTo(ReplayTotals.NONE);
    assertThat(rejected.list(new RejectedChoice("main", ARRIVAL.plusMillis(1), Set.of()), 10))
        .isEmpty();
    assertThat(rejected.list(new RejectedChoice("main", ARRIVAL, Set.of()), 2))
        .extracting(RejectedRequest::id)
        .containsExactly(4L, 3L);
  }

  @Test
  void a_line_of_a_file_keeps_its_number() {
    Octets line = Octets.of("{\"event\": \"\"}".getBytes(UTF_8));
    Rejection rejection = new Rejection("event", "line 7: odd");
    refuse(new Refusal("main", ARRIVAL, rejection, RawRequest.line(line), 13));

    rejected.replay(ALL);

    assertThat(rejected.list(ALL, 10))
        .extracting(RejectedRequest::reason)
        .containsExactly("line 7: a notification needs an event");
  }

  @Test
  void two_at_once_store_it_once() throws Exception {
    refuse("event=test", 0);
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

  private void refuse(String body, int missing) {
    Octets octets = Octets.of(body.getBytes(UTF_8));
    RawRequest request =
        new RawRequest(Method.POST, null, "application/x-www-form-urlencoded", octets);
    refuse(
        new Refusal("main", ARRIVAL, new Rejection(null, "odd"), request, octets.size() + missing));
  }

  private void refuse(Refusal refusal) {
    assertThat(journal.append(List.of(Row.of(refusal)), LIMIT)).containsExactly(Outcome.REJECTED);
  }
}
