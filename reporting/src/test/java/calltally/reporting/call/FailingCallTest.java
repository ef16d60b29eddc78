package calltally.reporting.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import calltally.reporting.call.RefreshingProgram.Order;
import calltally.sql.testing.Eventually;
import calltally.sql.testing.TestDatabase;
import java.sql.Connection;
import java.util.List;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A call that cannot be derived, because its row breaks a constraint or ends the process. */
@Timeout(300)
final class FailingCallTest {

  private static final String MISSED =
      """
      start | 06:00:00 | C | SALES
      end   | 06:00:10 | C | SALES | noanswer
      """;
  private static final String POISON =
      """
      start | 06:01:00 | C | POISON
      end   | 06:01:10 | C | POISON | noanswer
      """;
  private static final String CALLS = "select pbx_id from calls.call order by 1";
  private static final String SET_ASIDE = "select pbx_id from calls.set_aside_call";
  private static final String BEGUN = "select pbx_id, begun from calls.failing_call";
  private static final String QUALITY =
      "select notifications, calls, set_aside from analytics.data_quality";
  private static final String BLOCKED =
      """
      select pid from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock' and wait_event = 'advisory'
      """;

  private final TestDatabase database = TestDatabase.create();
  private final TestJournal journal = TestJournal.in(database, "Europe/Minsk");

  @BeforeEach
  void receive() {
    journal.receive("good", MISSED);
    journal.receive("poison", POISON);
    journal.receive("well", MISSED);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void a_call_that_cannot_be_folded_three_times_is_set_aside() {
    receiveTagsNestedTooDeeply();
    for (int tries = 1; tries <= 3; tries++) {
      assertThat(journal.rows(SET_ASIDE)).isEmpty();
      journal.refresh().run();
      assertThat(journal.rows(CALLS)).isEqualTo("good\nwell");
    }
    assertThat(journal.rows(SET_ASIDE)).isEqualTo("poison");
    assertThat(journal.rows(QUALITY)).isEqualTo("7 | 2 | 1");
    assertThat(journal.rows("select * from calls.stale_call")).isEmpty();
    assertRebuildAgrees();
  }

  @Test
  void a_call_whose_row_is_refused_three_times_is_set_aside_and_not_tried_again() {
    refusePoison();
    refresh(3);
    assertThat(journal.rows(QUALITY)).isEqualTo("6 | 2 | 1");
    assertThat(journal.rows(BEGUN)).isEqualTo("poison | 3");

    journal.receive("poison", "answer | 06:01:05 | C | A");
    journal.refresh().run();
    assertThat(journal.rows(BEGUN)).isEqualTo("poison | 3");
    assertThat(journal.rows(CALLS)).isEqualTo("good\nwell");
    assertRebuildAgrees();
    assertThat(journal.rows(BEGUN)).isEqualTo("poison | 4");
  }

  @Test
  void a_call_that_had_been_derived_leaves_all_figures() {
    journal.refresh().run();
    assertThat(journal.rows(CALLS)).isEqualTo("good\npoison\nwell");
    receiveTagsNestedTooDeeply();
    journal.refresh().run();

    assertThat(journal.rows(CALLS)).isEqualTo("good\nwell");
    assertThat(journal.rows("select sum(missed) from stats.hourly_line")).isEqualTo("2");
  }

  @Test
  void a_rebuild_tries_again() {
    refusePoison();
    refresh(3);
    allowPoison();
    journal.refresh().run();
    assertThat(journal.rows(CALLS)).isEqualTo("good\nwell");

    journal.refresh().rebuild();
    assertThat(journal.rows(CALLS)).isEqualTo("good\npoison\nwell");
    assertThat(journal.rows(BEGUN)).isEmpty();
    assertThat(journal.rows(QUALITY)).isEqualTo("6 | 3 | 0");
  }

  @Test
  void another_version_tries_again_from_the_first_time() {
    refusePoison();
    refresh(3);
    journal.sql().execute("update calls.failing_call set version = 'another'");
    journal.refresh().run();
    assertThat(journal.rows(BEGUN)).isEqualTo("poison | 1");

    allowPoison();
    journal.refresh().run();
    assertThat(journal.rows(CALLS)).isEqualTo("good\npoison\nwell");
    assertThat(journal.rows(QUALITY)).isEqualTo("6 | 3 | 0");
  }

  @Test
  void a_rebuild_finds_a_call_that_fails_for_the_first_time() {
    receiveTagsNestedTooDeeply();
    journal.refresh().rebuild();
    assertThat(journal.rows(CALLS)).isEqualTo("good\nwell");

    refresh(3);
    assertThat(journal.rows(SET_ASIDE)).isEqualTo("poison");
    assertRebuildAgrees();
  }

  @Test
  void of_many_calls_only_the_failing_one_is_left_out() {
    for (int i = 0; i < 600; i++) {
      journal.receive("call-" + i, MISSED);
    }
    receiveTagsNestedTooDeeply();
    refresh(3);

    assertThat(journal.rows("select count(*) from calls.call")).isEqualTo("602");
    assertThat(journal.rows(BEGUN)).isEqualTo("poison | 3");
  }

  @Test
  void a_call_that_ends_the_process_is_set_aside() throws Exception {
    journal
        .sql()
        .execute(
            """
            create function public.block() returns trigger language plpgsql as
                'begin perform pg_advisory_xact_lock(7); return new; end';
            create trigger block before insert on calls.call_rows
                for each row when (new.line = 'POISON') execute function public.block();
            """);
    try (Connection holder = database.owner().getConnection()) {
      DSL.using(holder).execute("select pg_advisory_lock(7)");
      for (int deaths = 0; deaths < 4; deaths++) {
        kill(RefreshingProgram.start(Order.REFRESH, database.address(), "-Xmx96m"));
      }
      Process last = RefreshingProgram.start(Order.REFRESH, database.address(), "-Xmx96m");
      assertThat(last.waitFor()).isZero();
    }
    assertThat(journal.rows(CALLS)).isEqualTo("good\nwell");
    assertThat(journal.rows(SET_ASIDE)).isEqualTo("poison");
  }

  @Test
  void calls_that_a_killed_process_had_begun_are_tried_again_in_groups() {
    for (int i = 0; i < 320; i++) {
      journal.receive("call-" + i, MISSED);
    }
    journal
        .sql()
        .execute(
            """
            insert into calls.failing_call (source_id, pbx_id, local_date, begun, version)
            select distinct source_id, pbx_id, date '2026-11-20', 1, '0'
            from journal.notification
            where pbx_id like 'call-%';
            create table public.begin (at timestamptz);
            create function public.count_begin() returns trigger language plpgsql as
                'begin insert into public.begin values (now()); return null; end';
            create trigger count_begin after insert on calls.failing_call
                for each statement execute function public.count_begin();
            """);

    refresh(1);

    assertThat(journal.rows("select count(*) from public.begin")).isEqualTo("20");
    assertThat(journal.rows(BEGUN)).isEmpty();
    assertThat(journal.rows("select count(*) from calls.call where pbx_id like 'call-%'"))
        .isEqualTo("320");
  }

  @Test
  void a_database_that_refuses_everything_sets_no_call_aside() {
    journal.sql().execute("alter table calls.call rename column line to renamed");
    for (int tries = 0; tries < 4; tries++) {
      assertThatThrownBy(() -> journal.refresh().run()).isInstanceOf(RuntimeException.class);
    }
    assertThat(journal.rows(BEGUN)).isEmpty();
  }

  private void assertRebuildAgrees() {
    String refreshed = journal.derived();
    journal.refresh().rebuild();
    assertThat(journal.derived()).isEqualTo(refreshed);
    assertThat(journal.rows(SET_ASIDE)).isEqualTo("poison");
  }

  /** More than the parser of the fold takes; PostgreSQL takes them. */
  private void receiveTagsNestedTooDeeply() {
    journal
        .sql()
        .execute(
            """
            insert into journal.notification (
                source_id, received_at, occurred_at, digest, event, pbx_id, fields, method, channel, parser_version)
            values (
                ?, '2026-11-20 06:02Z', '2026-11-20 06:02Z', sha256('tags'), 'tags', 'poison',
                jsonb_build_object('tags', (repeat('[', 2000) || repeat(']', 2000))::jsonb), 'POST', 'http', 1)
            """,
            journal.sourceId());
  }

  private void refresh(int times) {
    for (int i = 0; i < times; i++) {
      journal.refresh().run();
    }
  }

  private void refusePoison() {
    journal
        .sql()
        .execute(
            "alter table calls.call add constraint no_poison check (line <> 'POISON') not valid");
  }

  private void allowPoison() {
    journal.sql().execute("alter table calls.call drop constraint no_poison");
  }

  private void kill(Process program) throws InterruptedException {
    Eventually.until(
        () -> {
          assertThat(program.isAlive()).isTrue();
          return journal.sql().fetch(BLOCKED).isNotEmpty();
        });
    program.destroyForcibly().waitFor();
    List<Integer> backends = journal.sql().fetch(BLOCKED).getValues(0, Integer.class);
    backends.forEach(pid -> journal.sql().execute("select pg_terminate_backend(?, 60000)", pid));
  }
}
