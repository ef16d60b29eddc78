package calltally.app.command;

import static org.assertj.core.api.Assertions.assertThat;
import static picocli.CommandLine.ExitCode.OK;
import static picocli.CommandLine.ExitCode.SOFTWARE;
import static picocli.CommandLine.ExitCode.USAGE;

import calltally.app.database.CallDatabase;
import calltally.app.database.ResolvedSettings;
import calltally.app.service.DispatchLoop;
import calltally.app.service.TaskHealth;
import calltally.app.testing.TestConsole;
import calltally.ingest.metrics.Counters;
import calltally.reporting.mail.CircuitBreakers;
import calltally.sql.testing.TestDatabase;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands about subscriptions and their mail. */
final class DeliveryCommandsTest {

  private final TestDatabase database = TestDatabase.create();
  private final DSLContext sql = DSL.using(database.owner(), SQLDialect.POSTGRES);
  private final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
  private final Path folder;
  private final TestConsole console;

  DeliveryCommandsTest(@TempDir Path folder) {
    this.folder = folder;
    console =
        new TestConsole(folder)
            .with("CALLTALLY_DATABASE_URL", database.address().url())
            .with("CALLTALLY_DATABASE_USER", database.address().user());
  }

  @BeforeEach
  void configure() throws IOException {
    mail.start();
    Files.writeString(
        folder.resolve("calltally.yaml"),
        """
        company: {name: Romashka}
        sources: [{name: main, zone: Europe/Minsk, region: BY, tokens: [a-token-of-twenty-two]}]
        directory: {lines: [{number: "+375290000001", name: Sales, department: Sales}]}
        subscriptions:
          - {report: daily, at: "weekdays 08:00", to: [boss@example.com]}
          - {report: daily, for_each: department, to_each: {Sales: [anna@example.com]}, at: "daily 09:00"}
        mail: {host: 127.0.0.1, port: %d, tls: none, from: "Calltally <reports@example.com>", allowed_domains: [example.com]}
        """
            .formatted(mail.getSmtp().getPort()));
  }

  @AfterEach
  void drop() {
    mail.stop();
    database.close();
  }

  @Test
  void subscriptions_are_listed_with_their_next_run() {
    assertThat(console.run("subscriptions")).as(console.err()).isEqualTo(OK);

    assertThat(console.out())
        .isEqualTo(
            """
            subscription                          at                          next run  period                    recipients
            ────────────────────────────────────  ──────────────  ────────────────────  ────────────────────────  ────────────────
            daily main en                         weekdays 08:00  Mon 2026-11-23 08:00  2026-11-20 to 2026-11-22  boss@example.com
            daily main each department en: Sales  daily 09:00     Mon 2026-11-23 09:00  2026-11-22                anna@example.com
            """);
  }

  @Test
  void a_test_mail_reaches_the_address() throws MessagingException {
    assertThat(console.run("mail-test", "you@example.com")).as(console.err()).isEqualTo(OK);

    assertThat(console.out()).matches("127\\.0\\.0\\.1:\\d+ accepted the mail: 250 OK\n");
    assertThat(mail.getReceivedMessages()).hasSize(1);
    assertThat(mail.getReceivedMessages()[0].getSubject()).isEqualTo("Calltally can reach you");
  }

  @Test
  void a_test_mail_to_a_malformed_address_or_a_foreign_domain_is_refused() throws IOException {
    assertThat(console.run("mail-test", "you")).isEqualTo(USAGE);
    assertThat(console.err()).startsWith("cannot read mail address: ");
    assertThat(console.run("mail-test", "you@example.org")).isEqualTo(USAGE);
    assertThat(console.err())
        .startsWith("cannot send mail: the domain must be one of mail.allowed_domains (was ");
    Path file = folder.resolve("calltally.yaml");
    Files.writeString(file, Files.readString(file).replaceFirst("port: \\d+", "port: 1"));
    assertThat(console.run("mail-test", "you@example.com")).isEqualTo(SOFTWARE);
    assertThat(console.err())
        .startsWith("cannot send the mail: 127.0.0.1:1 refuses the connection; ")
        .hasLineCount(1);
  }

  @Test
  void deliveries_and_check_show_a_failure_and_resend_sends_the_report() throws Exception {
    assertThat(console.run("deliveries")).as(console.err()).isEqualTo(OK);
    assertThat(console.out()).isEqualTo("Nothing was due yet.\n");
    sql.execute("insert into ledger.subscription values (1, 'daily main en', now())");
    sql.execute(
        """
        insert into ledger.mailing (source_id, subscription, from_date, until_date, due_at, deadline, state, reason)
        values (1, 'daily main en', '2026-11-20', '2026-11-21', '2026-11-21T05:00Z', '2026-11-21T06:00Z', 'failed', 'report not sent: no page may be blank')
        """);

    assertThat(console.run("deliveries", "--failed")).isEqualTo(OK);
    assertThat(console.out()).contains("failed", "no page may be blank");
    assertThat(console.run("check")).isEqualTo(SOFTWARE);
    assertThat(console.out())
        .contains("failed   deliveries     daily main en of 2026-11-20 to nobody failed: ");

    assertThat(console.run("report", "daily", "--date", "2026-11-20", "--resend"))
        .as(console.err())
        .isEqualTo(OK);
    assertThat(console.out()).contains("2026-11-20, corrected 1  boss@example.com  sent");
    assertThat(mail.getReceivedMessages()).hasSize(1);
    assertThat(console.run("deliveries", "--failed")).isEqualTo(OK);
    assertThat(console.out()).isEqualTo("Everything was delivered.\n");
  }

  @Test
  void deliveries_show_reports_removed_at_a_customers_request() {
    assertThat(console.run("deliveries")).isEqualTo(OK);
    sql.execute("insert into ledger.subscription values (1, 'daily main en', now())");
    sql.execute(
        """
        insert into ledger.report_run (source_id, kind, from_date, until_date, generated_at, rendered_at)
        values (1, 'daily', '2026-11-20', '2026-11-21', now(), now());
        insert into ledger.mailing (source_id, subscription, from_date, until_date, due_at, deadline, state, run_id, archive_path)
        values (1, 'daily main en', '2026-11-20', '2026-11-21', '2026-11-21T05:00Z', '2026-11-21T06:00Z', 'rendered', 1, '2026/11/21/1-daily');
        insert into ledger.removed_report (source_id, archive_path, mailing_id, removed_at)
        values (1, '2026/11/21/1-daily', 1, '2026-11-22T06:30Z')
        """);

    assertThat(console.run("deliveries")).isEqualTo(OK);

    assertThat(console.out())
        .contains("archived report removed 2026-11-22 09:30 at a customer's request");
  }

  @Test
  void a_report_that_was_never_sent_cannot_be_resent() {
    assertThat(console.run("report", "daily", "--date", "2026-11-20", "--resend"))
        .isEqualTo(SOFTWARE);

    assertThat(console.err())
        .startsWith(
            "cannot resend: no daily subscription of source main has reported on 2026-11-20 to 2026-11-20 yet")
        .hasLineCount(1);
  }

  @Test
  void a_service_mails_due_reports() throws Exception {
    ResolvedSettings settings = new CommonOptions().settings(console.context());
    try (CallDatabase calls = CallDatabase.open(settings)) {
      calls.prepare(settings);
      sql.execute(
          "insert into ledger.subscription values (1, 'daily main en', now() - interval '8 days')");
      Counters counters = new Counters();
      DispatchLoop dispatch =
          DispatchLoop.start(
              settings,
              console.context().folder(),
              InstantSource.system(),
              calls,
              new CircuitBreakers(InstantSource.system()),
              counters,
              new TaskHealth(InstantSource.system(), counters));
      assertThat(mail.waitForIncomingEmail(Duration.ofSeconds(60).toMillis(), 1)).isTrue();
      assertThat(counters.text())
          .contains("calltally_mail_server_paused 0.0", "calltally_mails_under_way ");
      dispatch.close();
    }
    assertThat(List.of(mail.getReceivedMessages()))
        .allSatisfy(
            message ->
                assertThat(message.getFrom()[0]).hasToString("Calltally <reports@example.com>"));
  }
}
