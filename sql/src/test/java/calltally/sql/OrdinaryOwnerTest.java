package calltally.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Duration;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;

/** A database whose owner is no superuser, as hosted PostgreSQL gives it. */
final class OrdinaryOwnerTest {

  @Test
  void an_owner_who_may_create_roles_migrates_and_acts_as_each() throws IOException {
    try (EmbeddedPostgres server =
        EmbeddedPostgres.builder().setPGStartupWait(Duration.ofSeconds(60)).start()) {
      DSLContext admin = DSL.using(server.getPostgresDatabase(), SQLDialect.POSTGRES);
      admin.execute("create role ordinary login createrole");
      admin.execute("create database calls owner ordinary");
      DataSource owner = server.getDatabase("ordinary", "calls");

      Schema.migrate(owner);

      assertThat(countAs("calltally_ingest", "config.source", owner)).isEqualTo(0L);
      assertThat(countAs("analyst", "analytics.call", owner)).isEqualTo(0L);
    }
  }

  private static Object countAs(String role, String table, DataSource owner) {
    return DSL.using(owner, SQLDialect.POSTGRES)
        .transactionResult(
            transaction -> {
              transaction.dsl().execute("set local role " + role);
              return transaction.dsl().fetchSingle("select count(*) from " + table).get(0);
            });
  }
}
