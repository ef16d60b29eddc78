package calltally.reporting.call;

import static org.assertj.core.api.Assertions.assertThat;

import calltally.reporting.call.RefreshingProgram.Order;
import calltally.sql.testing.TestDatabase;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Calls with more notifications, or longer ones, than an exchange sends. */
@Timeout(300)
final class LongCallTest {

  private final TestDatabase database = TestDatabase.create();
  private final TestJournal journal = TestJournal.in(database, "Europe/Minsk");

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void the_first_2000_notifications_are_the_call() {
    store(2_000, "'incoming_call_end'", "n * interval '1 second'");
    journal.refresh().run();
    assertThat(call()).isEqualTo("33:19 | {start_missing}");

    journal.receive("poison", "start | 2026-10-01T00:00:00 | C | SALES");
    journal.refresh().run();
    assertThat(call()).isEqualTo("33:18 | {too_many_notifications}");
    assertThat(journal.rows("select too_many_notifications from analytics.data_quality"))
        .isEqualTo("1");

    assertRebuildAgrees();
  }

  @Test
  void of_notifications_at_the_same_time_the_text_decides_which_are_the_first() {
    store(2_500, "'incoming_call_end'", "interval '0'");
    journal.refresh().run();

    assertThat(journal.rows("select reported_duration_seconds from calls.call"))
        .isEqualTo(
            journal.rows(
                """
                select duration
                from journal.notification
                order by duration::text collate "C"
                offset 1999 limit 1
                """));
    assertRebuildAgrees();
  }

  @Test
  void a_call_of_40000_notifications_is_refreshed_and_rebuilt() throws Exception {
    store(
        40_000,
        "(array['incoming_call_start_chain_member_call', 'incoming_call_answer'])[1 + n % 2]",
        "n * interval '1 millisecond'");
    journal.receive("2", "end | 06:00:00 | C | SALES | noanswer");

    assertRefreshAndRebuildInLittleMemory(
        "2 | 0 | {start_missing}\npoison | 1000 | {start_missing,too_many_notifications}",
        "select pbx_id, attempts, anomalies::text from calls.call order by 1");
    assertThat(journal.rows("select sum(missed) from stats.hourly_line")).isEqualTo("1");
  }

  @Test
  void links_and_tags_of_a_megabyte_are_not_read() throws Exception {
    journal
        .sql()
        .execute(
            """
            insert into journal.notification (
                source_id, received_at, occurred_at, digest, event, pbx_id, receiver, audio_path, fields,
                method, channel, parser_version)
            select
                1, at, at, sha256(convert_to(n::text, 'UTF8')),
                case when n % 2 = 0 then 'incoming_call_end' else 'tags' end, 'poison', 'SALES',
                case when n % 2 = 0 then 'https://records.example/' || repeat(md5(n::text), 1 << 15) end,
                case when n % 2 = 0 then '{}' else jsonb_build_object('tags', repeat(md5(n::text), 1 << 15)) end,
                'POST', 'http', 1
            from generate_series(1, 200) as n
            cross join lateral (select timestamptz '2026-10-01 00:00Z' + n * interval '1 second' as at) as t
            """);
    journal.receive("2", "end | 06:00:00 | C | SALES | answer");

    assertRefreshAndRebuildInLittleMemory(
        "2 | - | -\npoison | - | -",
        "select pbx_id, recording_url, tags from calls.call order by 1");
    assertThat(journal.rows("select sum(answered) from stats.hourly_line")).isEqualTo("1");
  }

  private void assertRefreshAndRebuildInLittleMemory(String expected, String query)
      throws Exception {
    Set<String> derived = new HashSet<>();
    for (Order order : Order.values()) {
      assertThat(RefreshingProgram.start(order, database.address(), "-Xmx96m").waitFor()).isZero();
      assertThat(journal.rows(query)).isEqualTo(expected);
      derived.add(journal.derived());
    }
    assertThat(derived).hasSize(1);
  }

  private void assertRebuildAgrees() {
    String refreshed = journal.derived();
    journal.refresh().rebuild();
    assertThat(journal.derived()).isEqualTo(refreshed);
  }

  private String call() {
    return journal.rows(
        "select to_char(ended_at at time zone 'UTC', 'MI:SS'), anomalies::text from calls.call");
  }

  private void store(int notifications, String event, String after) {
    journal
        .sql()
        .execute(
            """
            insert into journal.notification (
                source_id, received_at, occurred_at, digest, event, pbx_id, receiver, duration, fields,
                method, channel, parser_version)
            select
                1, at, at, sha256(convert_to(n::text, 'UTF8')), %s, 'poison', 'A', n, '{}',
                'POST', 'http', 1
            from generate_series(0, %d) as n
            cross join lateral (select timestamptz '2026-10-01 00:00Z' + %s as at) as t
            """
                .formatted(event, notifications - 1, after));
  }
}
