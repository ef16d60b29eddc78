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
  void a_schema_is_known_to_be_up_to_date_until_its_history_or_its_fingerprint_changes() {
    assertThat(SchemaFingerprint.isIn(database.owner())).isTrue();

    DSL.using(database.owner(), SQLDialect.POSTGRES)
        .execute("update flyway.flyway_schema_history set checksum = 0 where version = '002'");
    assertThat(SchemaFingerprint.isIn(database.owner())).isFalse();

    DSL.using(database.owner(), SQLDialect.POSTGRES)
        .execute("comment on schema flyway is 'of another version'");
    assertThat(SchemaFingerprint.isIn(database.owner())).isFalse();
  }

  @Test
  void an_upgrade_logs_each_step_before_it_runs() {
    DSL.using(database.owner(), SQLDialect.POSTGRES)
        .execute(
            """
            update flyway.flyway_schema_history
            set checksum = 0
            where script in ('analytics/R__498_analytics.rate.sql', 'check/R__603_stats.broken_sum.sql')
            """);
    ListAppender<ILoggingEvent> said = new ListAppender<>();
    Logger log = (Logger) LoggerFactory.getLogger(Schema.class);
    log.setLevel(Level.INFO);
    log.addAppender(said);
    said.start();

    Schema.migrate(database.owner());

    log.detachAppender(said);
    log.setLevel(null);
    String newest = Schema.state(database.owner()).newest();
    assertThat(said.list)
        .extracting(ILoggingEvent::getFormattedMessage)
        .containsExactly(
            "Upgrading schema from version %1$s to %1$s, steps: 2; do not interrupt it"
                .formatted(newest),
            "Schema, step 1 of 2: 498 analytics.rate",
            "Schema, step 2 of 2: 603 stats.broken sum",
            "Schema is up to date, migrations applied: 2");
  }

  @Test
  void a_schema_of_an_unreleased_build_is_refused() {
    DSL.using(database.owner(), SQLDialect.POSTGRES)
        .execute(
            """
            update flyway.flyway_schema_history
            set checksum = 0
            where version = '001'
            """);

    assertThatThrownBy(() -> Schema.migrate(database.owner()))
        .isInstanceOf(UnreleasedSchema.class)
        .hasMessageContaining("./calltally export --notifications");
    assertThat(Schema.state(database.owner()).isUnreleased()).isTrue();
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
