package calltally.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import calltally.sql.testing.AppendNotifications;
import calltally.sql.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the journal stores, counts and refuses of what is delivered to it; no test commits. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class JournalRulesTest {

  private static final UUID WRITER = UUID.fromString("6f1c1d3e-0000-4000-8000-000000000001");
  private static final String NOON = "2025-11-20T12:00:00Z";
  private static final long MIB = 1024 * 1024;

  private final TestDatabase database = TestDatabase.create();
  private final Connection connection = database.owner().getConnection();
  private final DSLContext sql = DSL.using(connection);

  JournalRulesTest() throws SQLException {
    connection.setAutoCommit(false);
  }

  @BeforeEach
  void configure() {
    sql.execute(
        "insert into config.source (source_id, name, zone, region) overriding system value"
            + " values (1, 'main', 'Europe/Minsk', 'BY')");
  }

  @AfterEach
  void forget() throws SQLException {
    connection.rollback();
  }

  @AfterAll
  void drop() throws SQLException {
    connection.close();
    database.close();
  }

  @Test
  void repeated_deliveries_are_counted_on_the_local_date_of_the_event_or_of_its_arrival() {
    for (int delivery = 0; delivery < 3; delivery++) {
      receive("aa", "2025-11-20T20:59:59Z");
      receive("bb", "2025-11-20T21:00:00Z");
      receive("cc", null);
    }

    assertThat(
            sql.fetchValues(
                "select local_date || ' ' || deliveries from journal.duplicate order by local_date"))
        .isEqualTo(List.of("2025-11-20 2", "2025-11-21 2", "2025-11-25 2"));
  }

  @Test
  void sources_do_not_share_duplicates() {
    sql.execute(
        "insert into config.source (source_id, name, zone, region) overriding system value"
            + " values (2, 'other', 'UTC', 'ZZ')");
    receive("aa", NOON);

    assertThat(new AppendNotifications(row("other", "aa", NOON)).run(sql)).containsExactly(true);
  }

  @Test
  void one_row_that_cannot_be_stored_leaves_nothing_of_its_batch() {
    String rows =
        row("main", "aa", NOON).strip().replace("]", ",") + row("nobody", "bb", NOON).substring(1);

    assertRefused(() -> new AppendNotifications(rows).run(sql)).hasMessageContaining("source_id");
    assertThat(count("journal.notification")).isZero();
    assertThat(count("journal.duplicate")).isZero();
  }

  @Test
  void a_batch_of_a_writer_is_stored_once_and_only_after_the_one_before() {
    assertThat(lastBatch()).isZero();
    append(0, 1);
    append(1, 5);

    for (long[] refused : new long[][] {{1, 5}, {0, 6}, {4, 6}}) {
      assertRefused(() -> append(refused[0], refused[1]))
          .hasMessageContaining("it must follow the last one of its writer (was " + refused[1]);
    }
    assertThat(lastBatch()).isEqualTo(5);
    assertThat(count("journal.rejected")).as("nothing of a refused batch").isEqualTo(2);
  }

  @Test
  void a_batch_without_an_answer_was_stored_or_never_will_be() {
    append(0, 1);

    assertThat(resolve(1)).isTrue();
    append(1, 2);
    assertThat(resolve(3)).isFalse();
    assertRefused(() -> append(2, 3)).hasMessageContaining("it must follow the last one");
  }

  @Test
  void a_writer_unknown_when_asked_about_is_closed_too() {
    assertThat(resolve(1)).isFalse();

    assertRefused(() -> append(0, 1)).hasMessageContaining("it must follow the last one");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, 100, true",
    "9999, 0, 100, true",
    "10000, 0, 0, false",
    "1, 67108764, 100, true",
    "1, 67108765, 100, false",
    "1, 67108864, 0, true",
  })
  void ten_thousand_requests_or_64_mebibytes_are_kept_per_day(
      int kept, long bytes, int size, boolean expected) {
    assertThat(64 * MIB).isEqualTo(67_108_864);
    keptSoFar(kept, bytes);

    assertThat(reject(NOON, "x".repeat(size))).isEqualTo(expected);

    assertThat(count("journal.rejected")).isEqualTo(expected ? 1 : 0);
    assertThat(
            sql.fetchValue(
                "select concat_ws(' ', requests, kept, kept_bytes) from journal.rejected_day"))
        .isEqualTo(
            (kept + 1)
                + " "
                + (expected ? kept + 1 : kept)
                + " "
                + (expected ? bytes + size : bytes));
  }

  @Test
  void a_small_request_that_still_fits_is_kept_after_a_large_one_that_does_not() {
    keptSoFar(1, 64 * MIB - 50);

    assertThat(reject(NOON, "x".repeat(51))).isFalse();
    assertThat(reject(NOON, "x".repeat(50))).isTrue();
    assertThat(reject(NOON, "x")).isFalse();

    assertThat(sql.fetchValue("select requests || ' ' || kept from journal.rejected_day"))
        .isEqualTo("4 2");
    assertThat(count("journal.rejected")).isEqualTo(1);
  }

  @Test
  void a_new_local_day_keeps_requests_again() {
    keptSoFar(10_000, 0);

    assertThat(reject("2025-11-20T20:59:59Z", "x")).isFalse();
    assertThat(reject("2025-11-20T21:00:00Z", "x")).isTrue();
  }

  @Test
  void the_content_of_a_request_is_cut_at_64_kibibytes_and_its_size_is_kept() {
    String query = "щ".repeat(9000);
    sql.execute(
        "select journal.reject(1, ?::timestamptz, 'x', null, 'POST', 'http', null, ?,"
            + " convert_to(repeat('b', 70000), 'UTF8'), 88000)",
        NOON,
        query);

    assertThat(
            sql.fetchValue(
                "select concat_ws(' ', length(query), octet_length(query), octet_length(body), size)"
                    + " from journal.rejected"))
        .isEqualTo("8192 16384 49152 88000");
    assertThat(sql.fetchValue("select kept_bytes from journal.rejected_day")).isEqualTo(65_536L);
  }

  /** What comes before it in the transaction stays. */
  private AbstractThrowableAssert<?, ?> assertRefused(ThrowingCallable call) {
    sql.execute("savepoint before");
    AbstractThrowableAssert<?, ?> refused = assertThatThrownBy(call);
    sql.execute("rollback to savepoint before");
    return refused;
  }

  private void keptSoFar(int kept, long bytes) {
    if (kept > 0) {
      sql.execute(
          "insert into journal.rejected_day values (1, '2025-11-20', ?, ?, ?)", kept, kept, bytes);
    }
  }

  private boolean reject(String at, String body) {
    return Boolean.TRUE.equals(
        sql.fetchValue(
            "select journal.reject(1, ?::timestamptz, 'x', null, 'POST', 'http', null, null,"
                + " convert_to(?, 'UTF8'), 1)",
            at,
            body));
  }

  private void append(long after, long batch) {
    sql.execute(
        "select journal.append(?, ?, ?, "
            + "'{}', ".repeat(20)
            + "jsonb_build_array(jsonb_build_object('source', 'main', 'received_at', now(),"
            + " 'reason', 'x', 'method', 'POST', 'channel', 'http', 'size', 1)))",
        WRITER,
        after,
        batch);
  }

  private boolean resolve(long batch) {
    return Boolean.TRUE.equals(sql.fetchValue("select journal.resolve_batch(?, ?)", WRITER, batch));
  }

  private long lastBatch() {
    return sql.fetchSingle("select journal.last_batch(?)", WRITER).get(0, Long.class);
  }

  private long count(String table) {
    return sql.fetchSingle("select count(*) from " + table).get(0, Long.class);
  }

  private void receive(String digestByte, @Nullable String at) {
    assertThat(new AppendNotifications(row("main", digestByte, at)).run(sql)).hasSize(1);
  }

  /** Arrives on another day than it occurs. */
  private static String row(String source, String digestByte, @Nullable String at) {
    return """
        [{"source": "%s", "received_at": "2025-11-25T12:00:00Z", "occurred_at": %s, "digest": "%s",
          "event": "test", "pbx_id": "1.1", "caller": "+375290001111", "fields": {},
          "method": "POST", "channel": "http", "parser_version": 1}]
        """
        .formatted(source, at == null ? "null" : "\"" + at + "\"", digestByte.repeat(32));
  }
}
