package calltally.ingest.journal;

import static org.assertj.core.api.Assertions.assertThat;

import calltally.sql.testing.TestDatabase;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.List;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;

final class CountedParametersTest {

  private static final int TIMES = 20;

  @Test
  void a_connection_prepares_the_statement_once_and_not_for_each_batch() {
    HikariConfig one = new HikariConfig();
    one.setMaximumPoolSize(1);
    try (TestDatabase database = TestDatabase.create()) {
      one.setDataSource(database.owner());
      try (HikariDataSource pool = new HikariDataSource(one);
          Journal journal = Journal.open(pool)) {
        for (int i = 0; i < TIMES; i++) {
          assertThat(journal.append(Batch.of(List.of()), Duration.ofSeconds(10))).isEmpty();
        }

        assertThat(uses(pool)).isBetween(TIMES / 2L, (long) TIMES);
      }
    }
  }

  /** How often what is prepared has been used. */
  private static long uses(HikariDataSource pool) {
    return DSL.using(pool, SQLDialect.POSTGRES)
        .fetchSingle(
            "select coalesce(sum(generic_plans + custom_plans), 0) from pg_prepared_statements"
                + " where statement like '%journal.append%' and statement not like '%prepared%'")
        .get(0, Long.class);
  }
}
