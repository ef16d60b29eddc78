package calltally.app;

import calltally.app.configuration.Company;
import calltally.reporting.call.Refresh;
import calltally.reporting.render.DailyPdf;
import calltally.reporting.report.DailyReport;
import calltally.reporting.report.DailyReports;
import calltally.sql.DatabaseRole;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Renders a report now. */
@Command(
    name = "report",
    description = "Renders a report and prints its path.",
    mixinStandardHelpOptions = true)
final class ReportCommand implements Callable<Integer> {

  private final Shell shell;

  @Mixin private final SystemOptions system = new SystemOptions();

  @SuppressWarnings("UnusedVariable") // so far there is one of each
  @Parameters(paramLabel = "KIND", description = "Kind of the report: ${COMPLETION-CANDIDATES}.")
  private ReportKind kind = ReportKind.DAILY;

  @Option(
      names = "--date",
      paramLabel = "D",
      description = "Local date (default: the latest complete day that has notifications).")
  private @Nullable LocalDate date;

  @Option(names = "--source", paramLabel = "S", description = "Source (default: the first one).")
  private @Nullable String source;

  @Option(names = "--lang", description = "${COMPLETION-CANDIDATES} (default: en).")
  private Language lang = Language.EN;

  @SuppressWarnings("UnusedVariable")
  @Option(names = "--format", description = "${COMPLETION-CANDIDATES} (default: pdf).")
  private ReportFormat format = ReportFormat.PDF;

  @Option(
      names = "--as-of",
      paramLabel = "T",
      description = "Moment at which it is seen, such as 2026-11-21T08:00:00+03:00 (default: now).")
  private @Nullable OffsetDateTime asOf;

  @Option(names = "--out", paramLabel = "DIR", description = "Folder (default: the current one).")
  private Path out = Path.of("");

  ReportCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() throws IOException {
    Setup setup = system.setup(shell);
    try (Shutdown shutdown = Shutdown.ofCommand()) {
      CallDatabase database = shutdown.closing(CallDatabase.openExisting(setup));
      database.prepare(setup);
      new Refresh(database.as(DatabaseRole.REFRESH)).run();
      String name = source == null ? new ConfiguredSources(setup).first(database.owner()) : source;
      shell
          .out()
          .println(
              write(
                  report(database.as(DatabaseRole.REPORT), name), setup.configuration().company()));
      return Calltally.DONE;
    }
  }

  private DailyReport report(DataSource database, String name) {
    Instant generatedAt = asOf == null ? shell.clock().instant() : asOf.toInstant();
    LocalDate day = date == null ? latestDay(database, name, generatedAt) : date;
    return new DailyReports(database).select(name, day, generatedAt);
  }

  private Path write(DailyReport report, Company company) throws IOException {
    DailyPdf pdf = new DailyPdf(company.name() == null ? report.source() : company.name());
    Path file = new DailyReportFile(pdf, report).write(lang, shell.folder().resolve(out));
    return out.resolve(file.getFileName());
  }

  private LocalDate latestDay(DataSource database, String name, Instant now) {
    LocalDate latest =
        new DailyReports(database)
            .latestCompleteDay(name, now)
            .orElseThrow(() -> new NoCompleteDayException(name));
    shell.err().println("Reporting " + latest + ", the latest complete day with notifications.");
    return latest;
  }
}
