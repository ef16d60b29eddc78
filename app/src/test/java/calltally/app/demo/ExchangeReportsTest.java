package calltally.app.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static picocli.CommandLine.ExitCode.OK;

import calltally.app.demo.dialect.Dialect;
import calltally.app.demo.dialect.DialectMessage;
import calltally.app.demo.dialect.Dialects;
import calltally.app.demo.dialect.KolokolDialect;
import calltally.app.demo.dialect.SpokenWeek;
import calltally.app.demo.exchange.DemoCompany;
import calltally.app.demo.exchange.PostingListener;
import calltally.app.demo.exchange.PostingTotals;
import calltally.app.demo.exchange.SimulatedCall;
import calltally.app.demo.exchange.SimulatedCompany;
import calltally.app.demo.exchange.SimulatedWeek;
import calltally.app.terminal.Texts;
import calltally.app.testing.TestConsole;
import calltally.exchange.NotificationReader;
import calltally.exchange.Secrets;
import calltally.ingest.receiver.ConfiguredSource;
import calltally.ingest.receiver.Receiver;
import calltally.ingest.receiver.ReceiverSettings;
import calltally.ingest.spool.SpoolSettings;
import calltally.reporting.call.Refresh;
import calltally.reporting.render.Letterhead;
import calltally.reporting.render.ReportFiles;
import calltally.reporting.render.ReportFormat;
import calltally.reporting.report.CustomerNumbers;
import calltally.reporting.report.DateRange;
import calltally.reporting.report.ReportFilter;
import calltally.reporting.report.ReportKind;
import calltally.reporting.report.ReportRequest;
import calltally.reporting.report.query.Reports;
import calltally.sql.settings.TokenDigest;
import calltally.sql.testing.TestDatabase;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;

/** The whole way of each exchange: from its requests over HTTP to figures, report and erasure. */
final class ExchangeReportsTest {

  private static final LocalDate MONDAY = LocalDate.of(2026, 11, 16);
  private static final String TOKEN = "token-of-the-demo-0001";
  private static final SimulatedCompany COMPANY = littleCompany();

  @TempDir private Path folder;

  static List<Dialect> dialects() {
    return Stream.concat(Dialects.all().stream(), Stream.of(new KolokolDialect())).toList();
  }

  @ParameterizedTest
  @MethodSource("dialects")
  void a_week_becomes_figures_and_a_report_that_says_what_is_not_told(Dialect dialect)
      throws IOException, InterruptedException {
    try (TestDatabase database = TestDatabase.create()) {
      DialectTraffic week =
          new DialectTraffic(SpokenWeek.of(SimulatedWeek.of(COMPANY, MONDAY, 1), dialect));
      TestConsole console = console(database);
      configure(console, week);

      PostingTotals totals = post(week, database.pool());
      new Refresh(database.owner()).run();

      assertThat(totals.accepted()).isEqualTo(week.size());
      assertCountedAsTheyWere(week, database);
      assertSecretsAreNotKept(week, database);
      assertReportSaysWhatIsNotTold(week, database);
      assertErased(week, console, database);
    }
  }

  /** One without times of its own, and one that gives a call two identifiers. */
  @ParameterizedTest
  @ValueSource(strings = {"zadarma", "itoolabs"})
  void what_waits_in_the_spool_in_any_order_becomes_the_same_figures(String exchange)
      throws IOException, InterruptedException {
    try (TestDatabase database = TestDatabase.create()) {
      SpokenWeek spoken =
          SpokenWeek.of(SimulatedWeek.of(COMPANY, MONDAY, 2), Dialects.of(exchange).orElseThrow());
      List<DialectMessage> shuffled = new ArrayList<>(spoken.messages());
      Collections.shuffle(shuffled, new Random(1));
      DialectTraffic week =
          new DialectTraffic(new SpokenWeek(spoken.dialect(), shuffled, spoken.truth()));
      configure(console(database), week);

      PostingTotals totals = post(week, nowhere());
      assertThat(totals.accepted()).isEqualTo(week.size());
      assertThat(delivered(database)).isEqualTo(1);
      try (Receiver receiver = receiver(week, database.pool())) {
        await().until(() -> delivered(database) == week.size() + 1);
        assertThat(receiver.port()).isPositive();
      }
      new Refresh(database.owner()).run();

      assertCountedAsTheyWere(week, database);
    }
  }

  /** A database that is away. */
  private static DataSource nowhere() {
    PGSimpleDataSource nowhere = new PGSimpleDataSource();
    nowhere.setURL("jdbc:postgresql://127.0.0.1:1/nowhere");
    return nowhere;
  }

  private static long delivered(TestDatabase database) {
    return DSL.using(database.owner(), SQLDialect.POSTGRES)
        .fetchSingle(
            """
            select (select count(*) from journal.notification)
                + (select coalesce(sum(deliveries), 0) from journal.duplicate)
            """)
        .get(0, Long.class);
  }

  private static void assertCountedAsTheyWere(DialectTraffic week, TestDatabase database) {
    Instant end = MONDAY.plusWeeks(1).atStartOfDay(COMPANY.zone()).toInstant();
    WeekFigures truth = new GroundTruthFigures(week.truth(), end).figures().only(week::reports);
    WeekFigures counted =
        new AnalyticsFigures(database.owner(), DemoFolder.SOURCE, MONDAY, COMPANY.zone())
            .figures()
            .only(week::reports);

    assertThat(counted.differencesFrom(truth)).isEmpty();
    assertThat(truth.count()).isPositive();
  }

  private static void assertSecretsAreNotKept(DialectTraffic week, TestDatabase database) {
    week.secrets()
        .forEach((name, secret) -> assertThat(rowsWith(secret, database)).as(name).isZero());
  }

  private void assertReportSaysWhatIsNotTold(DialectTraffic week, TestDatabase database)
      throws IOException {
    String report = report(database);
    for (SimulatedCompany.Manager manager : COMPANY.managers()) {
      String row =
          report
              .lines()
              .filter(line -> line.startsWith(manager.name() + " "))
              .findFirst()
              .orElse(report);
      if (week.exchange().capabilities().ringOutcome()) {
        assertThat(row).contains("%").doesNotContain("not told");
      } else {
        assertThat(row).contains("not told").doesNotContain("100");
      }
    }
  }

  /** No stored row has the last digits of the number, which no other number shares. */
  private static void assertErased(
      DialectTraffic week, TestConsole console, TestDatabase database) {
    String customer =
        week.truth().calls().stream()
            .map(SimulatedCall::customer)
            .filter(Objects::nonNull)
            .findFirst()
            .orElseThrow();
    String digits = customer.substring(customer.length() - 6);
    assertThat(rowsWith(digits, database)).isPositive();

    int exit = console.run("customer", "erase", customer, "--config", "calltally.yaml", "--yes");

    assertThat(exit).as(console.err()).isEqualTo(OK);
    assertThat(rowsWith(digits, database)).isZero();
  }

  private static long rowsWith(String text, TestDatabase database) {
    return DSL.using(database.owner(), SQLDialect.POSTGRES)
        .fetchSingle(
            """
            select count(*)
            from (
                select cast(n as text) as stored from journal.notification as n
                union all
                select cast(c as text) from calls.call as c
                union all
                select cast(m as text) from calls.missed_call as m
            ) as t
            where position({0} in t.stored) > 0
            """,
            DSL.val(text))
        .get(0, Long.class);
  }

  private TestConsole console(TestDatabase database) {
    return new TestConsole(folder)
        .at(Clock.fixed(TestConsole.NOW, COMPANY.zone()))
        .with("CALLTALLY_DATABASE_URL", database.address().url())
        .with("CALLTALLY_DATABASE_USER", database.address().user());
  }

  /** Any command applies the configured source and directory before it does its own work. */
  private void configure(TestConsole console, DialectTraffic week) throws IOException {
    Files.writeString(
        folder.resolve("calltally.yaml"),
        new DemoConfiguration(
                COMPANY,
                DemoFolder.SOURCE,
                TOKEN,
                1,
                "",
                DemoConfiguration.exchange(week),
                Texts.ENGLISH)
            .yaml());
    Path nothing = Files.writeString(folder.resolve("test.jsonl"), "{\"event\": \"test\"}\n");

    int exit = console.run("import", "--config", "calltally.yaml", nothing.toString());

    assertThat(exit).as(console.err()).isEqualTo(OK);
  }

  private PostingTotals post(DialectTraffic week, DataSource journal)
      throws IOException, InterruptedException {
    try (Receiver receiver = receiver(week, journal)) {
      URI address = URI.create("http://127.0.0.1:%d/notify/%s".formatted(receiver.port(), TOKEN));
      return week.post(address, PostingListener.NONE);
    }
  }

  private Receiver receiver(DialectTraffic week, DataSource journal) throws IOException {
    ConfiguredSource source =
        new ConfiguredSource(
            DemoFolder.SOURCE,
            new NotificationReader(week.exchange(), COMPANY.zone(), COMPANY.region()),
            Set.of(TokenDigest.of(TOKEN)),
            new Secrets(List.of(), week.secrets()),
            List.of());
    ReceiverSettings settings =
        new ReceiverSettings(
            "127.0.0.1",
            0,
            2_000,
            List.of(),
            List.of(),
            new SpoolSettings(Files.createDirectories(folder.resolve("spool")), 16L << 20),
            List.of(source));
    return Receiver.start(settings, journal, week.clock(Clock.systemUTC()));
  }

  private String report(TestDatabase database) throws IOException {
    Instant morning = MONDAY.plusWeeks(1).atTime(8, 0).atZone(COMPANY.zone()).toInstant();
    ReportRequest request =
        new ReportRequest(
            ReportKind.WEEKLY,
            DemoFolder.SOURCE,
            new DateRange(MONDAY, MONDAY.plusWeeks(1)),
            ReportFilter.NONE,
            morning);
    Path pdf =
        new ReportFiles(Letterhead.of(COMPANY.name()), CustomerNumbers.SHOWN)
            .write(
                new Reports(database.owner()).select(request),
                Locale.ENGLISH,
                Set.of(ReportFormat.PDF),
                Files.createDirectory(folder.resolve("reports")))
            .get(0);
    try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
      PDFTextStripper stripper = new PDFTextStripper();
      stripper.setSortByPosition(true);
      return stripper.getText(document);
    }
  }

  private static SimulatedCompany littleCompany() {
    SimulatedCompany demo = DemoCompany.inEnglish();
    SimulatedCompany.Line line = demo.lines().get(0);
    return new SimulatedCompany(
        demo.name(),
        demo.zone(),
        demo.region(),
        List.of(
            new SimulatedCompany.Line(
                line.number(), line.name(), line.department(), line.ringing(), 30)),
        demo.managers().subList(0, 3),
        demo.hours());
  }
}
