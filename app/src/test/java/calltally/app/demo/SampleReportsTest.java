package calltally.app.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static picocli.CommandLine.ExitCode.OK;

import calltally.app.demo.exchange.SimulatedWeek;
import calltally.app.terminal.ReportLanguage;
import calltally.app.terminal.Texts;
import calltally.app.testing.TestConsole;
import calltally.reporting.call.Refresh;
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
import calltally.sql.testing.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Writes the reports and letters of companies that test the layout, for people to look at. */
@Tag("sample")
final class SampleReportsTest {

  private static final Path FOLDER = Path.of(System.getProperty("sample.folder", "target/sample"));
  private static final LocalDate MONDAY = LocalDate.parse("2026-11-16");
  private static final LocalDate FRIDAY = LocalDate.parse("2026-11-20");
  private static final LocalDate SUNDAY = LocalDate.parse("2026-11-22");

  /** Past all reports: what is received then belongs to none of their days. */
  private static final Instant AFTERWARDS = Instant.parse("2026-12-05T09:00:00Z");

  @TempDir private Path temporary;

  static List<SampleCompany> companies() {
    return SampleCompany.all();
  }

  @ParameterizedTest
  @MethodSource("companies")
  void reports_and_letters_are_written(SampleCompany sample) throws IOException {
    try (TestDatabase database = TestDatabase.create()) {
      importCalls(sample, database);
      new Refresh(database.owner()).run();
      analyze(database);
      Reports reports = new Reports(database.owner());
      for (ReportRequest request : requests(sample, reports)) {
        write(reports.select(request), sample);
      }
    }
  }

  /** As autovacuum does, which is off in test databases. */
  private static void analyze(TestDatabase database) {
    DSL.using(database.owner(), SQLDialect.POSTGRES).execute("analyze");
  }

  private void importCalls(SampleCompany sample, TestDatabase database) throws IOException {
    Path configuration = temporary.resolve("calltally.yaml");
    Files.writeString(
        configuration,
        new DemoConfiguration(
                sample.company(),
                DemoFolder.SOURCE,
                "token-of-the-sample-01",
                1,
                "",
                "",
                Texts.ENGLISH)
            .yaml());
    Path calls = temporary.resolve("calls.jsonl");
    Files.writeString(calls, notifications(sample));
    TestConsole console =
        new TestConsole(temporary)
            .at(InstantSource.fixed(AFTERWARDS))
            .with("CALLTALLY_DATABASE_URL", database.address().url())
            .with("CALLTALLY_DATABASE_USER", database.address().user());

    assertThat(console.run("import", "--config", configuration.toString(), calls.toString()))
        .as(console.err())
        .isEqualTo(OK);
  }

  /** Of two weeks; one call of another kind stands for a source that has sent nothing. */
  private static String notifications(SampleCompany sample) throws IOException {
    ByteArrayOutputStream json = new ByteArrayOutputStream();
    for (SimulatedWeek week :
        SimulatedWeek.consecutive(sample.company(), MONDAY.minusWeeks(1), 2, 1).toList()) {
      week.writeJsonLines(json);
    }
    String sent =
        json.toString(UTF_8)
            .lines()
            .filter(sample.sends())
            .map(sample.edit())
            .collect(joining("\n"));
    return sent.isEmpty() ? "{\"event\": \"test\"}\n" : sent;
  }

  private static List<ReportRequest> requests(SampleCompany sample, Reports reports) {
    ReportRequest review =
        request(ReportKind.MANAGER, FRIDAY.withDayOfMonth(1), SUNDAY)
            .with(new ReportFilter(null, null, sample.company().managers().get(0).name()));
    List<ReportRequest> requests =
        new ArrayList<>(
            List.of(
                request(ReportKind.DAILY, FRIDAY, FRIDAY),
                request(ReportKind.DAILY, FRIDAY, SUNDAY),
                request(ReportKind.WEEKLY, MONDAY, SUNDAY),
                request(ReportKind.MONTHLY, FRIDAY.withDayOfMonth(1), LocalDate.of(2026, 11, 30)),
                request(ReportKind.MISSED, FRIDAY, FRIDAY)));
    if (!reports.managers(review).isEmpty()) {
      requests.add(review);
    }
    return requests;
  }

  /** On the morning after the last date. */
  private static ReportRequest request(ReportKind kind, LocalDate from, LocalDate last) {
    Instant morning =
        last.plusDays(1).atTime(LocalTime.of(8, 0)).atZone(ZoneId.of("Europe/Minsk")).toInstant();
    return new ReportRequest(
        kind, DemoFolder.SOURCE, new DateRange(from, last.plusDays(1)), ReportFilter.NONE, morning);
  }

  private static void write(Report report, SampleCompany sample) throws IOException {
    String company = sample.company().name();
    Path folder = FOLDER.resolve(sample.name());
    ReportFiles files = new ReportFiles(Letterhead.of(company), CustomerNumbers.SHOWN);
    for (ReportLanguage language : ReportLanguage.values()) {
      Locale locale = language.locale();
      Path pdf = files.write(report, locale, Set.of(ReportFormat.PDF), folder).get(0);
      new DemoMail(company, folder).send(report, locale, pdf);
      assertThat(pdf.resolveSibling(pdf.getFileName().toString().replace(".pdf", ".eml")))
          .isRegularFile();
    }
  }
}
