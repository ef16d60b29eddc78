package calltally.app.database;

import static org.assertj.core.api.Assertions.assertThat;

import calltally.app.testing.TestConsole;
import calltally.sql.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs that begin at the same time. */
final class PreparationLockTest {

  private static final int PROGRAMS = 4;
  private static final int ROUNDS = 2;

  private final TestDatabase database = TestDatabase.create();
  private final DSLContext sql = DSL.using(database.owner(), SQLDialect.POSTGRES);
  private final ExecutorService threads = Executors.newFixedThreadPool(PROGRAMS);

  @TempDir private Path folder;

  @AfterEach
  void close() {
    threads.shutdownNow();
    sql.execute("alter role analyst nologin password null");
    database.close();
  }

  @Test
  void programs_that_begin_at_the_same_time_prepare_the_database_one_after_another()
      throws IOException {
    Files.writeString(
        folder.resolve("calltally.yaml"),
        """
        database:
          url: "%s"
          user: %s
          role_passwords: {analyst: correct-horse-battery}
        """
            .formatted(database.address().url(), database.address().user()));
    Files.writeString(folder.resolve("empty.jsonl"), "");
    for (int round = 0; round < ROUNDS; round++) {
      sql.execute("alter role analyst nologin");
      sql.execute("delete from flyway.flyway_schema_history where script like '%R__900%'");

      List<CompletableFuture<String>> programs =
          Stream.generate(this::importNothing).limit(PROGRAMS).toList();

      assertThat(programs)
          .extracting(CompletableFuture::join)
          .containsOnly("empty.jsonl: the file is empty, or has nothing but blank lines\n");
    }
  }

  /** The errors of a command that prepares the database. */
  private CompletableFuture<String> importNothing() {
    return CompletableFuture.supplyAsync(
        () -> {
          TestConsole console = new TestConsole(folder);
          return console.run("import", "empty.jsonl") == 0 ? "" : console.err();
        },
        threads);
  }
}
