package calltally.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import calltally.sql.testing.TestDatabase;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

final class MigrationTest {

  private final TestDatabase database = TestDatabase.create();

  @AfterEach
  void drop() {
    database.close();
  }

  @Test
  void a_second_migration_changes_nothing() {
    assertThatCode(() -> Schema.migrate(database.owner())).doesNotThrowAnyException();
  }

  @Test
  void an_upgrade_tells_each_step_and_which_versions_it_lies_between() {
    DSL.using(database.owner(), SQLDialect.POSTGRES)
        .execute(
            "delete from flyway.flyway_schema_history where script like 'R\\_\\_09%' or script like 'R\\_\\_13%'");
    ListAppender<ILoggingEvent> told = new ListAppender<>();
    told.start();
    Logger log = (Logger) LoggerFactory.getLogger(Schema.class);
    log.addAppender(told);
    log.setLevel(Level.INFO);

    Schema.migrate(database.owner());

    log.detachAppender(told);
    log.setLevel(null);
    assertThat(told.list)
        .extracting(ILoggingEvent::getFormattedMessage)
        .anyMatch(
            line ->
                line.matches(
                    "Schema is brought from version (\\d+) to \\1 in 2 steps; do not interrupt it"))
        .containsSequence(
            "Schema, step 1 of 2: 090 rate",
            "Schema, step 2 of 2: 130 hourly line",
            "Schema brought up to date by 2 migrations");
  }

  @Test
  void a_schema_newer_than_the_program_is_refused() {
    DSL.using(database.owner(), SQLDialect.POSTGRES)
        .execute(
            """
            insert into flyway.flyway_schema_history
            select 1 + max(installed_rank), '999', 'tomorrow', 'SQL', 'V999__tomorrow.sql', 0, 'x', now(), 1, true
            from flyway.flyway_schema_history
            """);

    assertThatThrownBy(() -> Schema.migrate(database.owner()))
        .isInstanceOf(SchemaTooNew.class)
        .hasMessageContaining("was 999");
  }
}
