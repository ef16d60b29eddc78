package calltally.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import calltally.app.query.AnalystQuery;
import calltally.app.query.CsvRows;
import calltally.app.query.Rows;
import calltally.app.query.TableRows;
import calltally.reporting.call.Refresh;
import calltally.sql.DatabaseRole;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Answers a question of an analyst, or tells how to connect. */
@Command(
    name = "sql",
    description = "Answers a read-only query about the schema analytics, or tells how to connect.",
    mixinStandardHelpOptions = true)
final class SqlCommand implements Callable<Integer> {

  private static final int TABLE_LIMIT = 1000;

  private final Shell shell;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private final SystemOptions system = new SystemOptions();

  @Option(names = "--csv", description = "Writes CSV (RFC 4180) instead of a table.")
  private boolean isCsv;

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "Rows at most (default: 1000 in a table, all in CSV).")
  private @Nullable Integer limit;

  @Parameters(
      arity = "0..1",
      paramLabel = "QUERY",
      description = "One statement; - reads it from standard input. Without it: how to connect.")
  private @Nullable String query;

  SqlCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    if (limit != null && limit < 1) {
      throw new ParameterException(
          spec.commandLine(), "--limit could not be used: it is at least 1, was " + limit);
    }
    Setup setup = system.setup(shell);
    try (Shutdown shutdown = Shutdown.ofCommand()) {
      CallDatabase database = shutdown.closing(CallDatabase.openExisting(setup));
      if (query == null) {
        new ConnectionAdvice(database).print(shell.out());
      } else {
        bringUpToDate(database, setup);
        answer(database, query.equals("-") ? standardInput() : query);
      }
      return Calltally.DONE;
    }
  }

  /** Only the embedded database: an analyst may have no right to change somebody else's. */
  private static void bringUpToDate(CallDatabase database, Setup setup) {
    if (database.isEmbedded()) {
      database.prepare(setup);
      new Refresh(database.as(DatabaseRole.REFRESH)).run();
    }
  }

  private void answer(CallDatabase database, String text) {
    OptionalInt most = limit();
    Rows rows =
        isCsv
            ? new CsvRows(new BufferedWriter(new OutputStreamWriter(shell.out(), UTF_8)))
            : new TableRows(shell.out(), shell.terminal().columns());
    if (new AnalystQuery(database.as(DatabaseRole.ANALYST), text).run(most, rows)) {
      shell
          .err()
          .printf("Only the first %,d rows are shown; --limit shows more.%n", most.getAsInt());
    }
  }

  private OptionalInt limit() {
    if (limit != null) {
      return OptionalInt.of(limit);
    }
    return isCsv ? OptionalInt.empty() : OptionalInt.of(TABLE_LIMIT);
  }

  private String standardInput() {
    try {
      return new String(shell.in().readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("query could not be read from standard input", e);
    }
  }
}
