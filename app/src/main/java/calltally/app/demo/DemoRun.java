package calltally.app.demo;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.temporal.TemporalAdjusters.next;
import static java.time.temporal.TemporalAdjusters.previousOrSame;

import calltally.app.configuration.Configuration;
import calltally.app.configuration.ConfigurationFile;
import calltally.app.database.CallDatabase;
import calltally.app.database.ResolvedSettings;
import calltally.app.database.TokenFile;
import calltally.app.demo.dialect.Dialect;
import calltally.app.demo.dialect.SpokenWeek;
import calltally.app.demo.exchange.PostingTotals;
import calltally.app.demo.exchange.SimulatedCompany;
import calltally.app.demo.exchange.SimulatedWeek;
import calltally.app.service.ReceiverService;
import calltally.app.service.Shutdown;
import calltally.app.terminal.CommandContext;
import calltally.app.terminal.Message;
import calltally.app.terminal.ProgressBar;
import calltally.app.terminal.ReportLanguage;
import calltally.app.terminal.Texts;
import calltally.ingest.journal.importing.JournalImport;
import calltally.ingest.metrics.Counters;
import calltally.reporting.call.Refresh;
import calltally.reporting.call.RefreshResult;
import calltally.reporting.render.Letterhead;
import calltally.reporting.render.ReportFiles;
import calltally.reporting.render.ReportFormat;
import calltally.reporting.report.CustomerNumbers;
import calltally.reporting.report.Report;
import calltally.reporting.report.ReportKind;
import calltally.reporting.report.ReportRequest;
import calltally.reporting.report.query.Reports;
import calltally.sql.DatabaseRole;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One run of the demonstration: a week is simulated, posted, counted, reported and checked. The
 * weeks before it are imported, so that the report has something to compare with.
 */
public final class DemoRun {

  private static final long SEED = 1;
  private static final LocalTime MORNING = LocalTime.of(8, 0);
  private static final int WEEKS_BEFORE = 4;
  private static final int DIFFERENCES_SHOWN = 20;

  private final CommandContext context;
  private final Texts texts;
  private final DemoFolder folder;
  private final Shutdown shutdown;
  private final SimulatedCompany company;
  private final LocalDate monday;
  private boolean isMailed;
  private @Nullable DemoPage page;
  private @Nullable Dialect dialect;

  public DemoRun(
      CommandContext context, DemoFolder folder, SimulatedCompany company, Shutdown shutdown) {
    this.context = context;
    this.texts = context.texts();
    this.folder = folder;
    this.company = company;
    this.shutdown = shutdown;
    this.monday = mondayOfLastCompleteWeek();
  }

  /** Makes the run mail the reports too. */
  public void mailReports() {
    isMailed = true;
  }

  /** Makes the run end with the page, as it is on Friday evening. */
  public void showPage() {
    page = new DemoPage(company, monday.with(next(FRIDAY)), context);
  }

  /** Makes the exchange post what another one would. */
  public void speak(Dialect other) {
    dialect = other;
  }

  /**
   * Runs it; whether all figures are as they were simulated.
   *
   * <p>The weeks are simulated while the database is prepared, and the weeks before are counted
   * while the exchange posts, as {@code serve} would.
   */
  public boolean run() throws IOException, InterruptedException {
    CompletableFuture<WeekTraffic> simulated = CompletableFuture.supplyAsync(this::traffic);
    CompletableFuture<List<SimulatedWeek>> before = simulated.thenApply(week -> weeksBefore());
    folder.create();
    CallDatabase database = openEmptyDatabase();
    WeekTraffic week = resultOf(simulated);
    ResolvedSettings settings = startAfresh(database, week);
    importWeeks(resultOf(before), database);
    Refresh refresh = new Refresh(database.owner());
    CompletableFuture<RefreshResult> counting = CompletableFuture.supplyAsync(refresh::run);
    describe(post(week, settings, database));
    RefreshResult unused = resultOf(counting);
    refresh.run();
    AnalyticsFigures analytics = analytics(database);
    WeekFigures counted = analytics.figures();
    summarise(counted);
    boolean isTrue = compare(counted, week);
    report(database);
    if (page != null) {
      page.open(settings, database, shutdown);
    }
    return isTrue;
  }

  private static <T> T resultOf(CompletableFuture<T> work) {
    try {
      return work.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  private WeekTraffic traffic() {
    SimulatedWeek week = SimulatedWeek.of(company, monday, SEED);
    return dialect == null
        ? new PlainTraffic(week)
        : new DialectTraffic(SpokenWeek.of(week, dialect));
  }

  private LocalDate mondayOfLastCompleteWeek() {
    LocalDate today = LocalDate.ofInstant(context.clock().instant(), company.zone());
    return today.with(previousOrSame(MONDAY)).minusWeeks(1);
  }

  /** Claims the folder before anything in it is changed. */
  private CallDatabase openEmptyDatabase() {
    try (ProgressBar progress = progress("demo.starting")) {
      progress.show();
      Configuration unwritten = configurations().none(folder.path());
      ResolvedSettings settings = new ResolvedSettings(unwritten, false, null);
      CallDatabase database = shutdown.closing(CallDatabase.openAlone(settings));
      new ClearDatabase(database.owner()).empty();
      database.prepare(settings);
      return database;
    }
  }

  private ResolvedSettings startAfresh(CallDatabase database, WeekTraffic week) throws IOException {
    folder.clearReports();
    folder.configure(
        company,
        TokenFile.random(),
        freePort(),
        page == null ? "" : page.yaml(),
        DemoConfiguration.exchange(week),
        texts);
    ResolvedSettings settings =
        new ResolvedSettings(configurations().read(folder.configuration()), true, null);
    database.prepareToWrite(settings);
    return settings;
  }

  private ConfigurationFile configurations() {
    return new ConfigurationFile(Map.of(), context.zone());
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private void importWeeks(List<SimulatedWeek> weeks, CallDatabase database) throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    long lines = 0;
    for (SimulatedWeek week : weeks) {
      week.writeJsonLines(file);
      lines += week.deliveries().size();
    }
    long total = lines;
    try (ProgressBar progress = progress("demo.importing")) {
      new JournalImport(database.as(DatabaseRole.INGEST), context.clock())
          .run(
              DemoFolder.SOURCE,
              new ByteArrayInputStream(file.toByteArray()),
              soFar -> progress.show(soFar.lines(), total));
    }
  }

  private List<SimulatedWeek> weeksBefore() {
    LocalDate first = monday.minusWeeks(WEEKS_BEFORE);
    return SimulatedWeek.consecutive(company, first, WEEKS_BEFORE, SEED).toList();
  }

  private PostingTotals post(WeekTraffic week, ResolvedSettings settings, CallDatabase database)
      throws InterruptedException {
    int deliveries = week.size();
    ReceiverService service =
        shutdown.closing(
            ReceiverService.start(settings, database, week.clock(context.clock()), new Counters()));
    try (ProgressBar progress = progress("demo.receiving")) {
      String token = settings.configuration().sources().get(0).access().tokens().get(0);
      return week.post(service.address(token), posted -> progress.show(posted, deliveries));
    }
  }

  private ProgressBar progress(String key) {
    return shutdown.closing(new ProgressBar(context, texts.text(key)));
  }

  private void describe(PostingTotals totals) {
    say(
        Message.of(
            "demo.posted",
            company.name(),
            texts.time("demo.date.pattern", monday),
            totals.sent(),
            totals.accepted()));
  }

  private AnalyticsFigures analytics(CallDatabase database) {
    return new AnalyticsFigures(database.owner(), DemoFolder.SOURCE, monday, company.zone());
  }

  private Instant endOfWeek() {
    return monday.plusWeeks(1).atStartOfDay(company.zone()).toInstant();
  }

  private void summarise(WeekFigures counted) {
    List<String> people = company.managers().stream().map(SimulatedCompany.Manager::name).toList();
    WeekSummary summary = new WeekSummary(counted, monday, people, texts);
    Stream.of(summary.days(), summary.managers())
        .forEach(
            table -> {
              context.out().println();
              table.lines(context.terminal().columns()).forEach(context.out()::println);
            });
    context.out().println();
  }

  private boolean compare(WeekFigures counted, WeekTraffic week) {
    WeekFigures truth =
        new GroundTruthFigures(week.truth(), endOfWeek()).figures().only(week::reports);
    List<Message> differences = counted.only(week::reports).differencesFrom(truth);
    if (differences.isEmpty()) {
      say(Message.counted("demo.true", truth.count()));
    } else {
      say(Message.of("demo.false", differences.size(), truth.count()));
      differences.stream().limit(DIFFERENCES_SHOWN).forEach(this::sayIndented);
    }
    return differences.isEmpty();
  }

  /** Makes the report as the head of sales would have received it the next morning. */
  private void report(CallDatabase database) throws IOException {
    LocalDate friday = monday.with(next(FRIDAY));
    Instant morning = friday.plusDays(1).atTime(MORNING).atZone(company.zone()).toInstant();
    Reports reports = new Reports(database.owner());
    Report report =
        reports.recorded(
            reports.select(ReportRequest.of(ReportKind.DAILY, DemoFolder.SOURCE, friday, morning)),
            context.clock().instant());
    say(Message.of("demo.report", texts.time("demo.date.pattern", friday)));
    DemoMail mail = new DemoMail(company.name(), folder.mail());
    for (Map.Entry<ReportLanguage, Path> pdf : pdfs(report).entrySet()) {
      sayPath(pdf.getValue());
      if (isMailed) {
        sayPath(mail.send(report, pdf.getKey().locale(), pdf.getValue()));
      }
    }
    say(Message.of("demo.try", context.folder().relativize(folder.configuration()).toString()));
  }

  /** In all languages at once. */
  private Map<ReportLanguage, Path> pdfs(Report report) throws IOException {
    ReportFiles files = new ReportFiles(Letterhead.of(company.name()), CustomerNumbers.SHOWN);
    Map<ReportLanguage, Path> written = new ConcurrentHashMap<>();
    try {
      Stream.of(ReportLanguage.values())
          .parallel()
          .forEach(language -> written.put(language, pdf(report, language, files)));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    return new EnumMap<>(written);
  }

  private Path pdf(Report report, ReportLanguage language, ReportFiles files) {
    try {
      Set<ReportFormat> formats = Set.of(ReportFormat.PDF);
      return files.write(report, language.locale(), formats, folder.reports()).get(0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void sayPath(Path file) {
    sayIndented(Message.verbatim(context.folder().relativize(file).toString()));
  }

  private void sayIndented(Message message) {
    print("  " + texts.text(message));
  }

  private void say(Message message) {
    print(texts.text(message));
  }

  private void print(String line) {
    if (!Shutdown.isInProgress()) {
      context.out().println(line);
    }
  }
}
