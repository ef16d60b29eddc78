package calltally.sql.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import calltally.sql.testing.TestDatabase;
import java.math.BigDecimal;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The functions that figures are made with: shares, intervals, shifts, weeks, limits. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class FigureFunctionsTest {

  private final TestDatabase database = TestDatabase.create();
  private final DSLContext sql = DSL.using(database.owner(), SQLDialect.POSTGRES);

  @AfterAll
  void drop() {
    database.close();
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "0, 0, -",
        "5, 0, -",
        "0, 7, 0.0000",
        "7, 7, 1.0000",
        "2, 3, 0.6667",
        "1, 8, 0.1250"
      })
  void a_share_of_nothing_is_no_value(long part, long whole, @Nullable BigDecimal expected) {
    assertThat(sql.fetchValue("select analytics.rate(?, ?)", part, whole)).isEqualTo(expected);
  }

  /**
   * Of 40 answerable calls 30 picked up; no value from 3 untold rings on that are more than 5 %.
   */
  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {"0, 60, 0.7500", "2, 10, 0.7500", "3, 60, 0.7500", "3, 59, -", "4, 80, 0.7500"})
  void a_manager_has_no_answer_rate_where_ends_of_rings_are_not_told(
      long untold, long attempts, @Nullable BigDecimal expected) {
    assertThat(
            sql.fetchValue("select analytics.manager_answer_rate(30, 40, ?, ?)", untold, attempts))
        .isEqualTo(expected);
  }

  /** 8 in time of 10 answered and 5 missed, 3 of these short: 8 / 12. */
  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {"8, 10, 5, 3, 0.6667", "0, 0, 3, 3, -", "0, 0, 4, 3, 0.0000", "0, 0, 0, 0, -"})
  void short_missed_calls_do_not_lower_the_service_level(
      long inTime, long answered, long missed, long shortMissed, @Nullable BigDecimal expected) {
    assertThat(
            sql.fetchValue(
                "select analytics.service_level(?, ?, ?, ?)",
                inTime,
                answered,
                missed,
                shortMissed))
        .isEqualTo(expected);
  }

  /** By hand: 16.92073 / 21.84146 = 0.77471, give or take 1.959964 * 1.86021 / 21.84146. */
  @Test
  void fifteen_of_eighteen_lie_between_61_and_94_percent() {
    assertThat(
            sql.fetchValue(
                "select round(analytics.wilson_low(15, 18), 4) || ' '"
                    + " || round(analytics.wilson_high(15, 18), 4)"))
        .isEqualTo("0.6078 0.9416");
  }

  @Test
  void an_interval_contains_its_rate_and_stays_between_0_and_1() {
    assertThat(
            sql.fetchValues(
                """
                select p || ' of ' || w
                from generate_series(1, 60) as w
                cross join generate_series(0, w) as p
                where not (
                    analytics.wilson_low(p, w) between 0 and p::numeric / w + 1e-12
                    and analytics.wilson_high(p, w) between p::numeric / w - 1e-12 and 1)
                """))
        .isEmpty();
    assertThat(sql.fetchValue("select analytics.wilson_low(0, 0)")).isNull();
    assertThat(sql.fetchValue("select analytics.wilson_high(0, 0)")).isNull();
  }

  /** 2025-10-26 and 2025-03-30 are the Sundays on which Berlin's clock changes. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Europe/Minsk  | 09:00 | 18:00 | 2025-11-20 | 2025-11-20 06:00 - 2025-11-20 15:00",
        "Europe/Minsk  | 09:00 | 00:00 | 2025-11-20 | 2025-11-20 06:00 - 2025-11-20 21:00",
        "Europe/Minsk  | 00:00 | 00:00 | 2025-11-20 | 2025-11-19 21:00 - 2025-11-20 21:00",
        "Europe/Minsk  | 22:00 | 06:00 | 2025-11-20 | 2025-11-20 19:00 - 2025-11-21 03:00",
        "Europe/Berlin | 00:00 | 00:00 | 2025-10-26 | 2025-10-25 22:00 - 2025-10-26 23:00",
        "Europe/Berlin | 00:00 | 00:00 | 2025-03-30 | 2025-03-29 23:00 - 2025-03-30 22:00",
        "Europe/Berlin | 02:30 | 04:00 | 2025-10-26 | 2025-10-26 01:30 - 2025-10-26 03:00",
        "Europe/Berlin | 22:00 | 06:00 | 2025-10-25 | 2025-10-25 20:00 - 2025-10-26 05:00",
      })
  void a_shift_lasts_from_local_time_to_local_time(
      String zone, String from, String until, String day, String expected) {
    sql.transaction(
        transaction -> {
          DSLContext inside = transaction.dsl();
          inside.execute(
              "insert into config.source (name, zone, region) values ('shift', ?, 'ZZ')", zone);
          inside.execute(
              "insert into config.shift select source_id, extract(isodow from ?::date), ?::time,"
                  + " ?::time from config.source where name = 'shift'",
              day,
              from,
              until);
          assertThat(shifts(inside, day)).isEqualTo(List.of(expected));
          assertThat(shifts(inside, "2025-11-19")).as("another weekday").isEmpty();
          inside.execute(
              "insert into config.holiday select source_id, ?::date from config.source", day);
          assertThat(shifts(inside, day)).as("a holiday").isEmpty();
          inside.execute("delete from config.holiday");
          inside.execute("delete from config.shift");
          inside.execute("delete from config.source");
        });
  }

  private static List<?> shifts(DSLContext sql, String day) {
    return sql.fetchValues(
        "select concat(to_char(h.starts_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI'), ' - ',"
            + " to_char(h.ends_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI'))"
            + " from config.source as s cross join lateral stats.shift_on(s.source_id, ?::date) as h",
        day);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "day, 2025-11-20, 2025-11-20",
        "week, 2025-11-17, 2025-11-17",
        "week, 2025-11-23, 2025-11-17",
        "week, 2026-01-01, 2025-12-29",
        "month, 2024-02-29, 2024-02-01",
        "hour, 2025-11-20, -",
        "line, 2025-11-20, -"
      })
  void a_week_starts_on_its_monday_also_across_the_new_year(
      String per, String day, @Nullable String expected) {
    assertThat(sql.fetchValue("select stats.starts_on(?, ?::date)::text", per, day))
        .isEqualTo(expected);
  }

  /** Compared with PostgreSQL's own percentile, for up to 60 gaps of very different lengths. */
  @Test
  void the_limit_of_silence_is_that_of_all_gaps_although_only_the_long_ones_are_listed() {
    assertThat(
            sql.fetchValues(
                """
                with gap as (
                    select
                        n,
                        round((abs(hashint4(n * 1000 + i)::bigint) % 1000000)::numeric ^ 2 / 5e7, 3) as seconds
                    from generate_series(1, 60) as n
                    cross join generate_series(1, n) as i
                )
                select n || ': ' || array_agg(seconds order by seconds)::text
                from gap
                group by n
                having count(*) >= 20 and abs(
                    stats.silence_limit(
                        count(*),
                        max(seconds) filter (where seconds <= 2400),
                        array_agg(seconds order by seconds) filter (where seconds > 2400),
                        32400)
                    - greatest(
                        7200, 3 * percentile_cont(0.95) within group (order by seconds))::numeric) > 0.001
                """))
        .isEmpty();
    assertThat(sql.fetchValue("select stats.silence_limit(19, 60, null, 32400)"))
        .isEqualTo(new BigDecimal(32400));
    assertThat(
            sql.fetchValue(
                "select stats.silence_limit(20, null, array_fill(2401, array[20]), 32400) = 3 * 2401"))
        .isEqualTo(true);
  }
}
