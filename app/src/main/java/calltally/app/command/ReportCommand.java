package calltally.app.command;

import calltally.app.configuration.CompanyEntry;
import calltally.app.database.CallDatabase;
import calltally.app.database.ConfiguredSources;
import calltally.app.database.CurrentFigures;
import calltally.app.database.KnownSources;
import calltally.app.database.ResolvedSettings;
import calltally.app.service.Shutdown;
import calltally.app.terminal.CommandContext;
import calltally.app.terminal.Desktop;
import calltally.app.terminal.Message;
import calltally.app.terminal.OutputFolder;
import calltally.app.terminal.ProgressBar;
import calltally.app.terminal.ReportLanguage;
import calltally.reporting.render.Letterhead;
import calltally.reporting.render.ReportFiles;
import calltally.reporting.render.ReportFormat;
import calltally.reporting.report.CustomerNumbers;
import calltally.reporting.report.DateRange;
import calltally.reporting.report.Report;
import calltally.reporting.report.ReportFilter;
import calltally.reporting.report.ReportKind;
import calltally.reporting.report.ReportRequest;
import calltally.reporting.report.query.Reports;
import calltally.sql.DatabaseRole;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Renders a report on demand. */
@Command(
    name = "report",
    description = "Renders a report and prints the paths of its files.",
    mixinStandardHelpOptions = true)
final class ReportCommand implements Callable<Integer> {

  private final CommandContext context;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private final CommonOptions options = new CommonOptions();

  @Parameters(paramLabel = "KIND", description = "Kind of report: ${COMPLETION-CANDIDATES}.")
  private ReportKind kind = ReportKind.DAILY;

  @Option(
      names = "--date",
      paramLabel = "D",
      description =
          "Any local date of the day, week or month, or yesterday, \"last week\" and the like"
              + " (default: the latest complete one with notifications).")
  private @Nullable WrittenDates date;

  @Option(names = "--from", paramLabel = "D", description = "First local date of a range.")
  private @Nullable WrittenDates from;

  @Option(names = "--to", paramLabel = "D", description = "Last local date of the range, included.")
  private @Nullable WrittenDates to;

  @Option(names = "--source", paramLabel = "S", description = "Source (default: the first one).")
  private @Nullable String source;

  @Option(names = "--line", paramLabel = "L", description = "Only this line: its number or name.")
  private @Nullable String line;

  @Option(names = "--department", paramLabel = "D", description = "Only this department.")
  private @Nullable String department;

  @Option(
      names = "--manager",
      paramLabel = "M",
      description =
          "Only this manager, for the kinds manager and missed (without it, the kind manager"
              + " makes one file for each).")
  private @Nullable String manager;

  @Option(names = "--lang", description = "${COMPLETION-CANDIDATES} (default: en).")
  private ReportLanguage lang = ReportLanguage.EN;

  @Option(
      names = "--format",
      split = ",",
      defaultValue = "pdf",
      description = "Any of ${COMPLETION-CANDIDATES}, separated by commas (default: pdf).")
  private Set<ReportFormat> formats = EnumSet.noneOf(ReportFormat.class);

  @Option(
      names = "--mask-numbers",
      description = "Hides five digits of each customer's number: +375 29 •••-••-33.")
  private boolean isMasked;

  @Option(
      names = "--as-of",
      paramLabel = "T",
      description = "Moment of the report, such as 2026-11-21T08:00:00+03:00 (default: now).")
  private @Nullable OffsetDateTime asOf;

  @Option(
      names = "--resend",
      description = "Mails a corrected report on these dates to everyone who got the original.")
  private boolean isResent;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Folder for the files (default: the current one).")
  private Path out = Path.of("");

  @Option(
      names = "--open",
      description = "Opens the report on the desktop, or the folder if there are several files.")
  private boolean isOpened;

  ReportCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws IOException {
    requireOnePeriod(LocalDate.ofInstant(context.clock().instant(), context.zone()));
    if (!isResent) {
      new OutputFolder(context.folder().resolve(out)).requireWritable();
    }
    ResolvedSettings settings = options.settings(context);
    try (Shutdown shutdown = Shutdown.ofCommand()) {
      CallDatabase database = shutdown.closing(CallDatabase.openExisting(settings));
      database.prepareToRead(settings);
      if (!CurrentFigures.await(database)) {
        context.err().println(context.texts().text("figures.late"));
      }
      String name =
          source == null ? new ConfiguredSources(settings).first(database.owner()) : source;
      KnownSources sources = new KnownSources(database.owner());
      Reports reports = new Reports(database.as(DatabaseRole.REPORT));
      if (isResent) {
        ReportRequest request =
            request(reports, sources, name).with(new ReportFilter(line, department, manager));
        return new ResendReport(context, settings, database).run(request);
      }
      ReportFiles files = files(name, settings.configuration().company());
      List<Path> written = write(requests(reports, sources, name), reports, files, shutdown);
      if (isOpened && !written.isEmpty()) {
        Path shown = written.size() == 1 ? written.get(0) : context.folder().resolve(out);
        Desktop.of(context.environment()).open(shown);
      }
      return ExitCode.OK;
    }
  }

  /** Prints the paths once the progress bar is gone, even when a later report fails. */
  private List<Path> write(
      List<ReportRequest> requests, Reports reports, ReportFiles files, Shutdown shutdown)
      throws IOException {
    List<Path> written = new ArrayList<>();
    try (ProgressBar bar =
        shutdown.closing(new ProgressBar(context, context.texts().text("report.rendering")))) {
      for (int i = 0; i < requests.size(); i++) {
        show(bar, i, requests.size());
        Report report =
            reports.recorded(reports.select(requests.get(i)), context.clock().instant());
        written.addAll(write(report, files));
      }
    } finally {
      written.forEach(file -> context.out().println(out.resolve(file.getFileName())));
    }
    return written;
  }

  private List<Path> write(Report report, ReportFiles files) {
    Path folder = context.folder().resolve(out);
    try {
      return files.write(report, lang.locale(), formats, folder);
    } catch (IOException e) {
      throw OutputFolder.unwritable(folder, e);
    }
  }

  private static void show(ProgressBar bar, int done, int total) {
    if (total == 1) {
      bar.show();
    } else {
      bar.show(done, total);
    }
  }

  private void requireOnePeriod(LocalDate today) {
    boolean isHalf = (from == null) != (to == null);
    boolean isBackward =
        from != null && to != null && !from.on(today).from().isBefore(to.on(today).until());
    boolean isTwice = date != null && from != null;
    if (isHalf || isBackward || isTwice) {
      throw new UsageException(spec.commandLine(), Message.of("usage.period"));
    }
  }

  /** One request, or one for each manager. */
  private List<ReportRequest> requests(Reports reports, KnownSources sources, String name) {
    ReportRequest request =
        request(reports, sources, name).with(new ReportFilter(line, department, manager));
    return kind == ReportKind.MANAGER && manager == null
        ? reports.managers(request).stream()
            .map(each -> request.with(request.filter().ofManager(each)))
            .toList()
        : List.of(request);
  }

  private ReportRequest request(Reports reports, KnownSources sources, String name) {
    Instant generatedAt = asOf == null ? context.clock().instant() : asOf.toInstant();
    DateRange dates = asked(sources, name);
    if (dates == null) {
      dates = latest(reports, name, generatedAt);
    }
    return new ReportRequest(kind, name, dates, ReportFilter.NONE, generatedAt);
  }

  /** Today is a day of the source's zone. */
  private @Nullable DateRange asked(KnownSources sources, String name) {
    LocalDate today =
        LocalDate.ofInstant(context.clock().instant(), sources.zone(name).orElse(context.zone()));
    requireOnePeriod(today);
    if (from != null && to != null) {
      return new DateRange(from.on(today).from(), to.on(today).until());
    }
    return date == null ? null : date.period(kind.length(), today);
  }

  private DateRange latest(Reports reports, String name, Instant now) {
    DateRange latest =
        reports
            .latestComplete(kind, name, now)
            .orElseThrow(() -> new NoCompletePeriodException(kind, name));
    String key = "report.latest." + kind.length().name().toLowerCase(Locale.ROOT);
    context.err().println(context.texts().text(key, new Dates(latest).in(context.texts())));
    return latest;
  }

  private ReportFiles files(String name, CompanyEntry company) {
    Path logo = company.logo() == null ? null : context.folder().resolve(company.logo());
    return new ReportFiles(
        new Letterhead(company.name() == null ? name : company.name(), logo),
        isMasked ? CustomerNumbers.MASKED : CustomerNumbers.SHOWN);
  }
}
