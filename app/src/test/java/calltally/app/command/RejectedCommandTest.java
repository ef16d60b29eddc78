package calltally.app.command;

import static org.assertj.core.api.Assertions.assertThat;
import static picocli.CommandLine.ExitCode.OK;
import static picocli.CommandLine.ExitCode.USAGE;

import calltally.app.testing.TestConsole;
import calltally.sql.testing.TestDatabase;
import java.nio.file.Path;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RejectedCommandTest {

  private final TestDatabase database = TestDatabase.create();
  private final TestConsole console;

  RejectedCommandTest(@TempDir Path folder) {
    console =
        new TestConsole(folder)
            .with("CALLTALLY_DATABASE_URL", database.address().url())
            .with("CALLTALLY_DATABASE_USER", database.address().user());
  }

  @AfterEach
  void drop() {
    database.close();
  }

  @Test
  void rejected_requests_are_listed_and_parsed_again() {
    console.typing("{\"event\": \"\"}\n{\"event\": \"test\"}\n").run("import", "-");
    DSL.using(database.owner(), SQLDialect.POSTGRES)
        .execute(
            "select journal.reject(1, '2026-11-20T06:00:00Z', 'odd', null, 'GET', 'http', null,"
                + " 'event=test&number=2', null, 19)");

    assertThat(console.run("rejected", "list")).as(console.err()).isEqualTo(OK);
    assertThat(console.out())
        .contains("2026-11-20T09:00+03:00")
        .contains("line 1: a notification must have an event")
        .contains("(2 rows)");

    assertThat(console.run("rejected", "replay")).isEqualTo(OK);
    assertThat(console.out())
        .isEqualTo("1 stored, 0 duplicate, 1 still rejected, 0 not kept in full\n");
    assertThat(console.run("rejected", "replay", "2", "7")).isEqualTo(OK);
    assertThat(console.out())
        .isEqualTo("0 stored, 0 duplicate, 0 still rejected, 0 not kept in full\n");
    assertThat(console.run("rejected", "list", "--since", "2026-11-23")).isEqualTo(OK);
    assertThat(console.out()).contains("(0 rows)");
  }

  @Test
  void a_subcommand_is_required() {
    assertThat(console.run("rejected")).isEqualTo(USAGE);
    assertThat(console.err()).contains("missing command: one of list, replay");
  }
}
