package calltally.reporting.call;

import static org.assertj.core.api.Assertions.assertThat;

import calltally.reporting.call.RandomHistory.Sent;
import calltally.reporting.call.fold.CallNotification;
import calltally.reporting.call.fold.NotificationTable;
import calltally.sql.settings.RefreshSlices;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;

final class RefreshTest {

  private static final String ANSWERED_BY_ANNA =
      """
      start        | 06:00:00 | C | SALES
      member start | 06:00:01 | C | A
      answer       | 06:00:05 | C | A
      member end   | 06:00:35 | C | A     | answer
      end          | 06:00:35 | C | SALES | answer
      """;

  @Test
  void a_refresh_without_new_notifications_changes_nothing() {
    try (TestJournal journal = new TestJournal("Europe/Minsk")) {
      journal.receive("1", ANSWERED_BY_ANNA);

      assertThat(journal.refresh().run())
          .extracting(RefreshResult::notifications, RefreshResult::calls, RefreshResult::days)
          .containsExactly(5L, 1L, 1);
      String before = journal.derived();
      assertThat(journal.refresh().run())
          .extracting(RefreshResult::notifications, RefreshResult::calls, RefreshResult::days)
          .containsExactly(0L, 0L, 0);
      assertThat(journal.derived()).isEqualTo(before);
    }
  }

  @Test
  void a_late_notification_moves_the_call_to_another_day() {
    try (TestJournal journal = new TestJournal("Europe/Minsk")) {
      journal.receive("1", "end | 2026-11-20T00:00:10 | C | SALES | noanswer");
      journal.refresh().run();
      journal.receive("1", "start | 2026-11-19T20:59:50 | C | SALES");
      journal.refresh().run();

      assertThat(journal.rows("select local_date, incoming, missed from stats.hourly_line"))
          .isEqualTo("2026-11-19 | 1 | 1");
    }
  }

  @Property(shrinking = ShrinkingMode.OFF)
  void refreshes_at_any_moments_give_the_rows_of_a_rebuild(@ForAll Random random) {
    try (TestJournal journal = new TestJournal("Europe/Warsaw")) {
      List<Sent> history = RandomHistory.of(random, 60);
      while (!history.isEmpty()) {
        List<Sent> batch = history.subList(0, 1 + random.nextInt(history.size()));
        journal.receive(journal.sql(), batch);
        batch.clear();
        journal.refresh().run();
      }
      String incremental = journal.derived();

      journal.refresh().rebuild();

      assertThat(journal.derived()).isEqualTo(incremental);
      assertSums(journal);
    }
  }

  @Property(tries = 4, shrinking = ShrinkingMode.OFF)
  void slices_that_change_in_number_lose_and_double_nothing(@ForAll Random random) {
    try (TestJournal journal = new TestJournal("Europe/Minsk")) {
      List<TestJournal> sources =
          List.of(journal, journal.withSource("second"), journal.withSource("third"));
      RefreshSlices slices = new RefreshSlices(journal.owner());
      List<Sent> history = RandomHistory.of(random, 60);
      while (!history.isEmpty()) {
        List<Sent> batch = history.subList(0, 1 + random.nextInt(history.size()));
        sources.get(random.nextInt(3)).receive(journal.sql(), batch);
        batch.clear();
        slices.set(1 + random.nextInt(3));
        int some = random.nextInt(journal.refresh().slices());
        assertThat(journal.refresh().runIfDue(some, Duration.ofDays(-1))).isPresent();
      }
      journal.refresh().run();
      String incremental = journal.derived();

      journal.refresh().rebuild();

      assertThat(journal.derived()).isEqualTo(incremental);
      assertSums(journal);
    }
  }

  @Test
  void a_transaction_that_commits_late_is_not_skipped() {
    try (TestJournal journal = new TestJournal("Europe/Minsk")) {
      CallNotification start = NotificationTable.table(ANSWERED_BY_ANNA).get(0);
      DSL.using(journal.owner(), SQLDialect.POSTGRES)
          .transaction(
              slow -> {
                journal.receive(slow.dsl(), List.of(new Sent("slow", start)));
                journal.receive("fast", ANSWERED_BY_ANNA);
                journal.refresh().run();
                journal.receive("faster", ANSWERED_BY_ANNA);
                journal.refresh().run();
              });

      journal.refresh().run();

      assertThat(journal.rows("select pbx_id, outcome from analytics.call order by 1"))
          .isEqualTo("fast | answered\nfaster | answered\nslow | unfinished");
    }
  }

  @Test
  void rolled_back_notifications_are_not_counted() {
    CallNotification start = NotificationTable.table(ANSWERED_BY_ANNA).get(0);
    try (TestJournal journal = new TestJournal("Europe/Minsk")) {
      journal
          .sql()
          .transaction(
              outer -> {
                try {
                  outer
                      .dsl()
                      .transaction(
                          savepoint -> {
                            journal.receive(savepoint.dsl(), List.of(new Sent("undone", start)));
                            throw new IllegalStateException("roll back to the savepoint");
                          });
                } catch (IllegalStateException expected) {
                  journal.receive(outer.dsl(), List.of(new Sent("kept", start)));
                }
              });

      journal.refresh().run();

      assertThat(journal.rows("select pbx_id from analytics.call")).isEqualTo("kept");
    }
  }

  @Test
  void a_refresh_in_another_cluster_rebuilds() {
    try (TestJournal journal = new TestJournal("Europe/Minsk")) {
      journal.receive("1", ANSWERED_BY_ANNA);
      journal.refresh().run();
      String before = journal.derived();
      journal
          .sql()
          .execute(
              "update calls.refresh_cursor set system_identifier = 1, ingest_xid = '9000000000'::xid8");
      journal.sql().execute("delete from calls.call");

      assertThat(journal.refresh().run().notifications()).isEqualTo(5);
      assertThat(journal.derived()).isEqualTo(before);
      assertThat(journal.refresh().run().notifications()).isZero();
    }
  }

  @Test
  void restored_rows_with_future_transaction_numbers_hide_no_new_notification() {
    try (TestJournal journal = new TestJournal("Europe/Minsk")) {
      journal.receive("1", ANSWERED_BY_ANNA);
      journal
          .sql()
          .execute(
              """
              create table restored as select * from journal.notification;
              alter table journal.notification disable trigger notification_is_append_only;
              delete from journal.notification;
              alter table journal.notification enable trigger notification_is_append_only;
              update restored set ingest_xid = '9000000000';
              insert into journal.notification overriding system value select * from restored;
              update calls.refresh_cursor
              set system_identifier = 1, ingest_xid = '9000000000', notification_id = 99;
              """);

      assertThat(journal.refresh().run().notifications()).isEqualTo(5);
      journal.receive("2", ANSWERED_BY_ANNA);
      assertThat(journal.refresh().run().notifications()).isEqualTo(5);
      assertThat(journal.rows("select pbx_id from calls.call order by 1")).isEqualTo("1\n2");
    }
  }

  private static void assertSums(TestJournal journal) {
    assertThat(journal.rows("select rule, expected, found from stats.broken_sum")).isEmpty();
  }
}
