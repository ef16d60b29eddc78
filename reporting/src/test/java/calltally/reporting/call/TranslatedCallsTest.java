package calltally.reporting.call;

import static org.assertj.core.api.Assertions.assertThat;

import calltally.sql.testing.AppendNotifications;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Calls of exchanges whose notifications are translated when the call is derived. */
final class TranslatedCallsTest {

  private static final String CALLS =
      """
      select pbx_id, outcome, missed_reason, is_short, customer, manager, wait_seconds, attempts,
          anomalies::text
      from calls.call order by pbx_id
      """;

  private final TestJournal journal = new TestJournal("Europe/Minsk");
  private int second;

  @AfterEach
  void drop() {
    journal.close();
  }

  @Test
  void rings_that_an_exchange_does_not_tell_are_neither_implied_nor_missed() {
    send("1", "start", "\"from\": \"375290000101\", \"line\": \"375290000001\"");
    send("1", "answer", "\"who\": \"101\"");
    send("1", "end", "\"how\": \"answer\"");
    send("2", "start", "\"from\": \"375290000102\", \"line\": \"375290000001\"");
    send("2", "end", "\"how\": \"noanswer\"");

    assertThat(refreshed())
        .isEqualTo(
            """
            1 | answered | - | false | +375290000101 | Anna | 1.000 | 0 | {rings_unknown}
            2 | missed | unknown | true | +375290000102 | - | 1.000 | 0 | {rings_unknown}""");
    assertThat(
            journal.rows(
                "select notifications, unknown_events, time_of_receipt, rings_unknown"
                    + " from analytics.data_quality"))
        .isEqualTo("5 | 0 | 5 | 2");
  }

  @Test
  void two_identifiers_of_one_call_are_derived_under_the_one_heard_first() {
    send("9", "start", "\"from\": \"375290000101\"");
    send("9", "answer", "\"who\": \"101\"");
    assertThat(refreshed()).startsWith("9 | answered");

    send("3", "answer", "\"who\": \"B\"");
    assertThat(refreshed()).startsWith("3 | ").contains("\n9 | answered");

    alias("3", "9");
    send("3", "end", "\"how\": \"answer\"");

    assertThat(refreshed())
        .isEqualTo("9 | answered | - | false | +375290000101 | Anna | 1.000 | 0 | {rings_unknown}");
  }

  @Test
  void calls_that_no_alias_names_are_derived_among_those_that_one_does() {
    send("1", "start", "\"from\": \"375290000101\"");
    alias("2", "1");
    send("3", "start", "\"from\": \"375290000102\"");
    send("3", "end", "\"how\": \"answer\"");
    send("2", "end", "\"how\": \"answer\"");

    assertThat(refreshed()).startsWith("1 | answered").contains("\n3 | answered");
  }

  @Test
  void chains_of_identifiers_are_one_call_whatever_is_known_first() {
    alias("5", "6");
    send("6", "end", "\"how\": \"answer\"");
    refreshed();
    send("7", "start", "\"from\": \"375290000101\"");
    refreshed();
    alias("6", "7");

    assertThat(refreshed()).startsWith("5 | answered").doesNotContain("\n");
  }

  @Test
  void expired_numbers_are_pseudonyms_wherever_an_exchange_wrote_them() {
    send("1", "start", "\"from\": \"375290000101\", \"deep\": [{\"n\": 80290000101}]");
    send("1", "note", "\"text\": \"of 8 (029) 000-01-01\"");
    send("1", "end", "\"how\": \"answer\"");
    refreshed();
    journal
        .sql()
        .execute(
            "insert into config.retention (source_id, number_days) values (?, 1)",
            journal.sourceId());

    assertThat(journal.rows("select journal.pseudonymise('2026-12-20')")).isEqualTo("1");

    assertThat(
            journal.rows(
                "select count(*) from journal.notification where fields::text ~ '(0101|01-01)'"))
        .isEqualTo("0");
    assertThat(refreshed()).matches("1 \\| answered \\| - \\| false \\| ~[0-9a-f]{16} \\| .*");
  }

  @Test
  void a_call_that_cannot_be_translated_stops_no_other() {
    send("1", "broken", "\"from\": \"375290000101\"");
    send("2", "start", "\"from\": \"375290000102\"");

    for (int i = 0; i < 3; i++) {
      journal.refresh().run();
    }

    assertThat(journal.rows("select pbx_id from calls.call")).isEqualTo("2");
    assertThat(journal.rows("select pbx_id, begun from calls.failing_call")).isEqualTo("1 | 3");
  }

  @Test
  void of_too_many_notifications_the_first_are_the_call() {
    send("1", "start", "\"from\": \"375290000101\"");
    for (int i = 0; i < 2_000; i++) {
      send("1", "noise", "\"n\": " + i);
    }
    send("1", "end", "\"how\": \"answer\"");

    assertThat(refreshed()).startsWith("1 | unfinished").contains("too_many_notifications");
  }

  /** What the refresh made, and a rebuild makes the same. */
  private String refreshed() {
    journal.refresh().run();
    String incremental = journal.derived();
    journal.refresh().rebuild();
    assertThat(journal.derived()).isEqualTo(incremental);
    return journal.rows(CALLS);
  }

  private void send(String call, String event, String fields) {
    append(call, event, fields, "null");
  }

  private void alias(String call, String other) {
    append(call, "also", "\"other\": \"" + other + "\"", "\"" + other + "\"");
  }

  private void append(String call, String event, String fields, String alias) {
    second++;
    String at = "2026-11-20T06:%02d:%02dZ".formatted(second / 60, second % 60);
    String row =
        String.format(
            Locale.ROOT,
            """
            [{"source_id": %d, "received_at": "%s", "occurred_at": "%2$s", "digest": "%064x",
              "event": "%s", "pbx_id": "%s", "fields": {"call": "%5$s", "what": "%4$s", %s},
              "method": "POST", "channel": "http", "parser_version": 1,
              "remarks": ["time_of_receipt"], "exchange": "talkonly", "zone": "Europe/Minsk",
              "region": "BY", "alias": %s}]
            """,
            journal.sourceId(),
            at,
            second,
            event,
            call,
            fields,
            alias);
    List<Boolean> unused = new AppendNotifications(row).run(journal.sql());
  }
}
