package calltally.app.command;

import calltally.app.configuration.ConfigurationFile;
import calltally.app.conformance.ConformanceFolder;
import calltally.app.conformance.ConformanceResult;
import calltally.app.conformance.ConformanceRun;
import calltally.app.conformance.FaultInFolder;
import calltally.app.database.CallDatabase;
import calltally.app.database.IngestPool;
import calltally.app.database.ResolvedSettings;
import calltally.app.service.Shutdown;
import calltally.app.terminal.CommandContext;
import calltally.app.terminal.CommandFailedException;
import calltally.sql.DatabaseRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Parameters;

/** Posts the samples of a folder to a receiver of its own, and compares what becomes of them. */
@Command(
    name = "exchange-test",
    description = {
      "Posts the sample requests of a folder to a receiver with a database of its own.",
      "They arrive in order, repeated, shuffled and with each one lost; calls and rings are compared."
    },
    mixinStandardHelpOptions = true)
final class ExchangeTestCommand implements Callable<Integer> {

  private final CommandContext context;

  @Parameters(
      paramLabel = "FOLDER",
      description = "With source.json, and NN-name.http and NN-name.json for each scenario.")
  private Path folder = Path.of("");

  ExchangeTestCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    ConformanceFolder samples = samples();
    try (Shutdown shutdown = Shutdown.ofCommand()) {
      Path temporary = Files.createTempDirectory("calltally-exchange-test-");
      AutoCloseable unused = shutdown.closing(() -> delete(temporary));
      return report(run(samples, temporary, shutdown));
    }
  }

  private ConformanceFolder samples() throws IOException {
    Path path = context.folder().resolve(folder);
    if (!Files.isDirectory(path)) {
      throw new CommandFailedException("exchange_test.no_folder", folder.toString());
    }
    try {
      return ConformanceFolder.read(path);
    } catch (FaultInFolder e) {
      throw new CommandFailedException(e, "exchange_test.fault", String.valueOf(e.getMessage()));
    }
  }

  private ConformanceResult run(ConformanceFolder samples, Path temporary, Shutdown shutdown)
      throws IOException, InterruptedException {
    ResolvedSettings settings =
        ResolvedSettings.of(
            new ConfigurationFile(Map.of(), context.zone()).none(temporary), false, null, Map.of());
    CallDatabase database = shutdown.closing(CallDatabase.open(settings));
    database.prepare(settings);
    IngestPool ingest = shutdown.closing(IngestPool.open(database.login(DatabaseRole.INGEST)));
    return new ConformanceRun(
            database.owner(), ingest, Files.createDirectories(temporary.resolve("spool")))
        .run(samples);
  }

  private int report(ConformanceResult result) {
    result.differences().forEach(context.out()::println);
    String total =
        context
            .texts()
            .text(
                "exchange_test.total",
                result.scenarios(),
                result.variants(),
                result.requests(),
                result.differences().size());
    context.out().println(total);
    return result.differences().isEmpty() ? ExitCode.OK : ExitCode.SOFTWARE;
  }

  private static void delete(Path folder) throws IOException {
    List<Path> all;
    try (Stream<Path> files = Files.walk(folder)) {
      all = files.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : all) {
      Files.deleteIfExists(file);
    }
  }
}
