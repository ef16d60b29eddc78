package calltally.sql;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import calltally.sql.testing.TestDatabase;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

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
