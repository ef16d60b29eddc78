package calltally.reporting.delivery;

import static calltally.reporting.delivery.DispatchFixture.daily;
import static org.assertj.core.api.Assertions.assertThat;

import calltally.reporting.delivery.subscription.ReportOptions;
import calltally.reporting.delivery.subscription.Subscription;
import calltally.reporting.mail.ScriptedServer.Step;
import calltally.reporting.render.ReportFormat;
import calltally.reporting.report.CustomerNumbers;
import calltally.reporting.report.DateRange;
import calltally.reporting.report.query.History;
import calltally.sql.retention.CustomerRecords;
import calltally.sql.retention.NumberMatcher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reports that name an erased customer leave the archive, and the ledger says so. */
final class CustomerReportsTest {

  private static final String NUMBER = "+375291110002";
  private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 20);
  private static final Subscription BOSS =
      inEveryFormat(daily("daily 08:00", "boss@example.com"), CustomerNumbers.SHOWN);

  @TempDir private Path folder;

  private DispatchFixture fixture;
  private DSLContext sql;

  @BeforeEach
  void open() {
    fixture = new DispatchFixture(folder, "2026-11-19T12:00");
    sql = DSL.using(fixture.history().pool(), SQLDialect.POSTGRES);
    fixture.history().missed("2026-11-19T11:00", "+375291110003", History.SALES, History.ANNA);
    fixture.history().answered("2026-11-19T11:10", "+375291110003", History.SALES, History.ANNA);
    fixture.history().missed("2026-11-20T11:00", NUMBER, History.SALES, History.ANNA);
    fixture.history().refreshed();
    fixture.at("2026-11-19T12:00", BOSS);
    fixture.at("2026-11-20T08:00", BOSS);
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  @Test
  void a_customer_s_number_is_found_in_every_format_and_no_other_is() throws IOException {
    fixture.at("2026-11-21T08:00", BOSS);

    List<Path> files = Archive.filesIn(folder.resolve("archive/2026/11/21"));
    assertThat(files)
        .extracting(file -> file.toString().replaceAll(".*\\.", ""))
        .contains("pdf", "xlsx", "json", "csv", "html", "txt");
    NumberMatcher matcher = customer().trace();
    NumberMatcher other = new NumberMatcher("+375291110009", "~0123456789abcdef");
    assertThat(files.stream().filter(file -> names(file, matcher)).map(CustomerReportsTest::ending))
        .contains("pdf", "xlsx", "json", "csv", "html", "txt");
    assertThat(files).noneMatch(file -> names(file, other));
  }

  @Test
  void an_unreadable_file_counts_as_naming_the_customer() throws IOException {
    Path broken = Files.writeString(folder.resolve("report.pdf"), "%PDF-1.4 torn");

    assertThat(names(broken, customer().trace())).isTrue();
  }

  @Test
  void reports_that_name_the_customer_leave_the_archive_and_others_stay() throws IOException {
    fixture.at("2026-11-21T08:00", BOSS);
    Path naming = folder.resolve("archive/2026/11/21/2-daily_main_en");
    assertThat(reports().find()).containsExactly(naming);
    Path dead = Files.createDirectories(folder.resolve("archive/.unfinished/1-7-3"));
    Files.writeString(dead.resolve("report.json"), "{\"customer\": \"" + NUMBER + "\"}");

    assertThat(forget()).isEqualTo(new RemovedReports(1, 0));
    assertThat(reports().find()).isEmpty();
    assertThat(forget()).isEqualTo(RemovedReports.NONE);

    assertThat(folder.resolve("archive/2026/11/21")).doesNotExist();
    assertThat(folder.resolve("archive/2026/11/20/1-daily_main_en")).isDirectory();
    assertThat(dead).doesNotExist();
    assertThat(fixture.ledger().newest(9))
        .filteredOn(entry -> entry.removedAt() != null)
        .extracting(DeliveryOutcome::archivePath)
        .containsExactly("2026/11/21/2-daily_main_en");
    assertThat(
            sql.fetchValue(
                "select sum(affected_rows) from journal.deletion_log where kind = 'reports removed'"))
        .hasToString("1");
  }

  @Test
  void a_report_that_shows_the_customer_s_pseudonym_leaves_too() throws IOException {
    fixture.at("2026-11-21T08:00", BOSS);
    for (Path file : Archive.filesIn(folder.resolve("archive/2026/11/21"))) {
      Files.delete(file);
    }
    String pseudonym = String.valueOf(sql.fetchValue("select journal.pseudonym('" + NUMBER + "')"));
    Files.writeString(
        folder.resolve("archive/2026/11/21/2-daily_main_en/report.csv"), "customer\n" + pseudonym);

    assertThat(forget().reports()).isEqualTo(1);
  }

  @Test
  void a_removal_killed_before_the_files_were_deleted_is_finished_by_the_next() throws IOException {
    fixture.at("2026-11-21T08:00", BOSS);
    sql.execute(
        "insert into ledger.removed_report (source_id, archive_path, mailing_id) select source_id,"
            + " archive_path, mailing_id from ledger.mailing where mailing_id = 2");

    assertThat(forget()).isEqualTo(new RemovedReports(1, 0));

    assertThat(folder.resolve("archive/2026/11/21")).doesNotExist();
    assertThat(reports().find()).isEmpty();
  }

  @Test
  void a_masked_report_stays() throws IOException {
    Subscription masked = inEveryFormat(daily("daily 08:00"), CustomerNumbers.MASKED);
    fixture.at("2026-11-20T12:00", masked);
    fixture.at("2026-11-21T08:00", masked);

    assertThat(forget()).isEqualTo(RemovedReports.NONE);
  }

  @Test
  void a_waiting_copy_is_not_sent_and_resend_makes_one_without_the_customer() throws Exception {
    fixture.server().at(Step.RCPT, "450 4.2.0 greylisted");
    fixture.at("2026-11-21T08:00", BOSS);
    int before = fixture.server().messages().size();

    assertThat(forget()).isEqualTo(new RemovedReports(1, 1));
    fixture.at("2026-11-21T09:00", BOSS);

    assertThat(fixture.server().messages()).hasSize(before);
    assertThat(fixture.ledger().inTrouble(9))
        .singleElement()
        .satisfies(entry -> assertThat(entry.answer()).contains("removed at a customer's request"));
    ReportDispatcher dispatcher = fixture.dispatcher();
    dispatcher.revise(List.of(BOSS), DateRange.of(FRIDAY));
    dispatcher.render(List.of(BOSS));
    dispatcher.send();
    assertThat(fixture.said()).contains("2026-11-20..2026-11-20 r1 boss@example.com sent");
    assertThat(fixture.server().messages()).hasSize(before + 1);
    assertThat(folder.resolve("archive/2026/11/21/2-daily_main_en-r1")).isDirectory();
    assertThat(reports().find()).isEmpty();
  }

  @Test
  void a_copy_abandoned_while_being_sent_is_not_sent_once_more() throws IOException {
    fixture.server().at(Step.RCPT, "450 4.2.0 greylisted");
    fixture.at("2026-11-21T08:00", BOSS);
    sql.execute(
        "update ledger.delivery set state = 'sending', lease_until = '2026-11-21T05:10Z' where"
            + " mailing_id = 2");

    assertThat(forget()).isEqualTo(new RemovedReports(1, 0));
    int before = fixture.server().messages().size();
    fixture.at("2026-11-21T18:30", BOSS);

    assertThat(fixture.server().messages()).hasSize(before);
    assertThat(fixture.ledger().inTrouble(9))
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.state()).isEqualTo("uncertain");
              assertThat(entry.answer()).contains("removed at a customer's request");
            });
  }

  @Test
  void a_report_in_progress_starts_over() throws IOException {
    fixture.at("2026-11-21T08:00", BOSS);
    sql.execute(
        "update ledger.mailing set state = 'rendering', revision = 1, lease_until = now() +"
            + " interval '1 day' where mailing_id = 2");
    Object fence = sql.fetchValue("select fence from ledger.mailing where mailing_id = 2");

    forget();

    assertThat(sql.fetchOne("select state, fence from ledger.mailing where mailing_id = 2"))
        .satisfies(
            row -> {
              assertThat(row.get("state")).isEqualTo("due");
              assertThat(row.get("fence", Long.class)).isGreaterThan((Long) fence);
            });
  }

  private RemovedReports forget() throws IOException {
    customer().erase();
    return reports().remove(fixture.clock());
  }

  private CustomerRecords customer() {
    int source = sql.fetchSingle("select source_id from config.source").get(0, Integer.class);
    return new CustomerRecords(fixture.history().pool(), source, NUMBER);
  }

  private CustomerReports reports() {
    return new CustomerReports(fixture.history().pool(), fixture.archive(), customer());
  }

  private static boolean names(Path file, NumberMatcher trace) {
    try {
      return new ArchivedText(file).names(trace);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static String ending(Path file) {
    return file.toString().replaceAll(".*\\.", "");
  }

  private static Subscription inEveryFormat(Subscription daily, CustomerNumbers numbers) {
    return new Subscription(
        null,
        daily.report(),
        daily.source(),
        daily.zone(),
        daily.filter(),
        null,
        daily.recipients(),
        new ReportOptions(Locale.ENGLISH, EnumSet.allOf(ReportFormat.class), numbers),
        daily.rules());
  }
}
