package calltally.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jooq.SQLDialect.POSTGRES;

import calltally.sql.testing.Eventually;
import calltally.sql.testing.TestFolders;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;

/** A database whose owner is not a superuser, as with hosted PostgreSQL. */
final class OrdinaryOwnerTest {

  @Test
  void an_owner_who_may_create_roles_migrates_and_assumes_each_role() throws IOException {
    try (EmbeddedPostgres server =
        EmbeddedPostgres.builder()
            .setDataDirectory(TestFolders.create("calltally-postgresql-"))
            .setPGStartupWait(Duration.ofSeconds(60))
            .start()) {
      DSLContext admin = DSL.using(server.getPostgresDatabase(), POSTGRES);
      admin.execute("create role ordinary login createrole");
      admin.execute("create database calls owner ordinary");
      DataSource owner = server.getDatabase("ordinary", "calls");

      Schema.migrate(owner);

      assertThat(countAs("calltally_ingest", "config.source", owner)).isEqualTo(0L);
      assertThat(countAs("analyst", "analytics.call", owner)).isEqualTo(0L);
      assertThat(new Grants(owner).deviations()).isEmpty();

      assertThat(new Grants(owner).databasesOpenToAnalyst()).isEmpty();
      admin.execute("alter role analyst login");
      assertThat(new Grants(owner).databasesOpenToAnalyst())
          .containsExactly("postgres", "template1");
      admin.execute("revoke connect on database template1 from public");
      assertThat(new Grants(owner).databasesOpenToAnalyst()).containsExactly("postgres");
      admin.execute("create role stranger login");
      DSLContext stranger = DSL.using(server.getDatabase("stranger", "calls"), POSTGRES);
      assertThatThrownBy(() -> stranger.fetchValue("select 1"))
          .hasStackTraceContaining("permission denied for database");
      theAnalystCanDoNothingElse(DSL.using(server.getDatabase("analyst", "calls"), POSTGRES));
      aQueryIsEndedWhenItLastsTooLong(server);
      aSessionThatHoldsBackFiguresIsNamedAndEnded(server);
      whatTheOwnerCannotRevokeIsKnown(owner, server);
    }
  }

  private static void theAnalystCanDoNothingElse(DSLContext analyst) {
    assertThat(analyst.fetchCount(DSL.table("analytics.call"))).isZero();
    assertThat(analyst.fetchValue("show statement_timeout")).isEqualTo("10min");
    for (String attempt :
        List.of(
            "select * from config.source_token",
            "select * from config.signing_secret",
            "select * from journal.notification",
            "select journal.append(" + "null, ".repeat(23) + "'[]')",
            "create temporary table mine (a integer)",
            "create table public.mine (a integer)",
            "create schema mine",
            "delete from stats.daily_manager",
            "set role calltally_ingest")) {
      assertThatThrownBy(() -> analyst.execute("set transaction_read_only = off; " + attempt))
          .as(attempt)
          .hasMessageContaining("denied");
    }
  }

  /** Fakes the transaction's age, to avoid waiting for 15 minutes. */
  private static void aQueryIsEndedWhenItLastsTooLong(EmbeddedPostgres server) {
    DSLContext owner = DSL.using(server.getDatabase("ordinary", "calls"), POSTGRES);
    assertThat(owner.fetchValue("select config.terminate_long_queries()")).isEqualTo(0L);
    String body =
        owner
            .fetchSingle("select prosrc from pg_proc where proname = 'terminate_long_queries'")
            .get(0, String.class);
    CompletableFuture<?> endless =
        CompletableFuture.runAsync(
            () ->
                DSL.using(server.getDatabase("analyst", "calls"), POSTGRES)
                    .execute("set statement_timeout = 0; select pg_sleep(600)"));
    String impatient = body.replace("15 minutes", "0 minutes");
    Eventually.until(
        () -> {
          assertThat(endless).isNotCompleted();
          return !Long.valueOf(0).equals(owner.fetchValue(impatient));
        });

    assertThatThrownBy(() -> endless.get(1, TimeUnit.MINUTES))
        .hasMessageContaining("terminating connection");
  }

  /** Fakes the transaction's age, to avoid waiting for a minute. */
  private static void aSessionThatHoldsBackFiguresIsNamedAndEnded(EmbeddedPostgres server) {
    DSLContext owner = DSL.using(server.getDatabase("ordinary", "calls"), POSTGRES);
    String body =
        owner
            .fetchSingle("select prosrc from pg_proc where proname = 'terminate_long_queries'")
            .get(0, String.class);
    try (Connection connection = server.getDatabase("analyst", "calls").getConnection()) {
      connection.setAutoCommit(false);
      DSLContext analyst = DSL.using(connection);
      Object pid = analyst.fetchValue("select pg_backend_pid()");
      assertThat(owner.fetchValue(body.replace("60 seconds", "0 seconds"))).isEqualTo(0L);
      analyst.execute("select pg_current_xact_id()");

      assertThat(owner.fetchValue("select config.horizon_holder()").toString())
          .startsWith("session " + pid + " of analyst")
          .endsWith(" in database calls");
      assertThat(owner.fetchValue("select config.terminate_long_queries()")).isEqualTo(0L);
      assertThat(owner.fetchValue(body.replace("60 seconds", "0 seconds"))).isEqualTo(1L);
      assertThatThrownBy(() -> analyst.execute("select 1"))
          .hasStackTraceContaining("terminating connection");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    assertThat(owner.fetchValue("select rolconnlimit from pg_roles where rolname = 'analyst'"))
        .isEqualTo(20);
    assertThat(
            DSL.using(server.getDatabase("analyst", "calls"), POSTGRES).fetchValue("show work_mem"))
        .isEqualTo("16MB");
  }

  private static void whatTheOwnerCannotRevokeIsKnown(DataSource owner, EmbeddedPostgres server) {
    List<String> open = new Grants(owner).functionsThatHoldBackFigures();
    assertThat(open).contains("pg_current_xact_id()", "txid_current()");
    DSL.using(server.getDatabase("postgres", "calls"), POSTGRES)
        .execute("revoke execute on function %s from public".formatted(String.join(", ", open)));
    assertThat(new Grants(owner).functionsThatHoldBackFigures()).isEmpty();
  }

  private static Object countAs(String role, String table, DataSource owner) {
    return DSL.using(owner, POSTGRES)
        .transactionResult(
            transaction -> {
              transaction.dsl().execute("set local role " + role);
              return transaction.dsl().fetchSingle("select count(*) from " + table).get(0);
            });
  }
}
