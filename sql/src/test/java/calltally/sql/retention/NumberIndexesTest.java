package calltally.sql.retention;

import static org.assertj.core.api.Assertions.assertThat;

import calltally.sql.testing.TestDatabase;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A customer is found by the indexes of past months, and the same without them. */
final class NumberIndexesTest {

  private static final String NUMBER = "+375290001111";

  private static final int MANY = 500;

  /** Digits that end somewhere, but not with the number; times and other numbers. */
  private static final List<String> OTHERS =
      List.of("+375290001112", "+3752900011110", "29000 and 1111", "0001:111", "00-11-1");

  private static final List<String> SPELLINGS =
      List.of(
          NUMBER,
          "8 (029) 000-11-11",
          "tel:+375290001111;x",
          "to=375%2029%20000%2011%2011",
          "+375\u00a029\u202f000\u201111\u201011",
          "https://records.example/375290001111.mp3",
          "375290001111.0",
          "call\t29 000\n11 11 at 10:00:00",
          "290001111%20290009999",
          "%20290001111%20");

  private final TestDatabase database = TestDatabase.create();
  private final DSLContext sql = DSL.using(database.owner(), SQLDialect.POSTGRES);

  @BeforeEach
  void source() {
    sql.execute(
        "insert into config.source (name, zone, region) values ('main', 'Europe/Minsk', 'BY')");
    sql.fetch("select journal.create_partition('2026-10-01')");
    sql.fetch("select journal.create_partition('2026-11-01')");
  }

  @AfterEach
  void drop() {
    database.close();
  }

  @Test
  void every_spelling_is_found_by_the_index_and_the_erased_number_no_more() {
    SPELLINGS.forEach(spelling -> store("2026-10-10", spelling));
    SPELLINGS.forEach(spelling -> store("2026-11-10", spelling));
    OTHERS.forEach(other -> store("2026-10-10", other));
    // Too many to be read one by one.
    for (int i = 0; i < MANY; i++) {
      store("2026-10-11", "number " + i);
    }
    sql.execute("analyze journal.notification");
    CustomerRecords customer = new CustomerRecords(database.owner(), 1, NUMBER);
    Map<String, Long> withoutIndex = customer.count();
    assertThat(withoutIndex).isEqualTo(Map.of("notifications", 2L * SPELLINGS.size()));

    assertThat(indexes().create(LocalDate.parse("2026-11-03"))).isPositive();

    assertThat(plan()).contains("notification_202610_by_number");
    assertThat(customer.count()).isEqualTo(withoutIndex);
    assertThat(customer.erase()).containsEntry("notifications", 2L * SPELLINGS.size());
    assertThat(customer.count()).isEmpty();
    assertThat(sql.fetchValue("select count(*) from journal.notification"))
        .isEqualTo(2L * SPELLINGS.size() + OTHERS.size() + MANY);
  }

  @Test
  void a_month_gets_its_index_two_days_after_its_end_and_only_once() {
    store("2026-10-10", NUMBER);
    int earlier = indexes().create(LocalDate.parse("2026-11-02"));
    assertThat(indexed()).doesNotContain("202610").hasSize(earlier);

    assertThat(indexes().create(LocalDate.parse("2026-11-03"))).isEqualTo(1);

    assertThat(indexed()).contains("202610").doesNotContain("202611");
    assertThat(indexes().create(LocalDate.parse("2026-11-30"))).isZero();
  }

  @Test
  void an_index_that_was_not_completed_is_created_again() {
    store("2026-10-10", NUMBER);
    int all = indexes().create(LocalDate.parse("2026-11-03"));
    sql.execute(
        "update pg_index set indisvalid = false where indexrelid ="
            + " 'journal.notification_202610_by_number'::regclass");

    assertThat(indexes().create(LocalDate.parse("2026-11-03"))).isEqualTo(1);

    assertThat(indexed()).hasSize(all).contains("202610");
  }

  @Test
  void a_small_month_is_read_whole() {
    store("2026-10-10", NUMBER);

    assertThat(new NumberIndexes(database.owner()).create(LocalDate.parse("2026-11-03"))).isZero();
  }

  private NumberIndexes indexes() {
    return new NumberIndexes(database.owner(), 0);
  }

  private List<String> indexed() {
    return sql.fetch(
            """
            select substr(x.relname, 14, 6)
            from pg_index as i
            join pg_class as x on x.oid = i.indexrelid
            where i.indisvalid and x.relname ~ '^notification_[0-9]{6}_by_number$'
            """)
        .getValues(0, String.class);
  }

  private String plan() {
    return String.join(
        "\n",
        sql.fetch(
                """
                explain select n.digest
                from journal.notification as n
                where n.source_id = 1
                    and journal.number_keys(n.caller, n.receiver, n.audio_path, n.fields) && array[1111]
                    and n.fields::text ~ journal.digits_pattern('001111')
                """)
            .getValues(0, String.class));
  }

  private void store(String day, String written) {
    sql.execute(
        """
        insert into journal.notification (source_id, received_at, occurred_at, digest, event,
            fields, method, channel, parser_version)
        values (1, now(), ?::timestamptz, sha256(convert_to(? || ?, 'UTF8')), 'sms',
            jsonb_build_object('event', 'sms', 'text', jsonb_build_array(?::text)), 'GET', 'http', 2)
        """,
        day,
        day,
        written,
        written);
  }
}
