package calltally.reporting.delivery;

import static calltally.reporting.delivery.DispatchFixture.daily;
import static calltally.reporting.delivery.DispatchFixture.masked;
import static calltally.reporting.mail.ScriptedServer.DROP;
import static org.assertj.core.api.Assertions.assertThat;

import calltally.reporting.delivery.subscription.ReportOptions;
import calltally.reporting.delivery.subscription.Subscription;
import calltally.reporting.delivery.subscription.SubscriptionId;
import calltally.reporting.mail.ScriptedServer.Step;
import calltally.reporting.report.DateRange;
import calltally.reporting.report.query.History;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reports that are due reach their subscribers, each once. */
final class ReportDispatcherTest {

  private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 20);
  private static final Subscription BOSS = daily("daily 08:00", "boss@example.com");

  @TempDir private Path folder;

  private DispatchFixture fixture;

  @BeforeEach
  void open() {
    fixture = new DispatchFixture(folder, "2026-11-20T12:00");
    fixture.history().answered("2026-11-20T10:00", "+375291110001", History.SALES, History.ANNA);
    fixture.history().missed("2026-11-20T11:00", "+375291110002", History.SALES, History.ANNA);
    fixture.history().refreshed();
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  @Test
  void a_report_is_mailed_once_at_its_time_however_often_the_service_restarts() throws Exception {
    fixture.at("2026-11-20T12:00", BOSS);
    fixture.at("2026-11-21T07:59:59.999", BOSS);
    assertThat(fixture.said()).isEmpty();

    fixture.at("2026-11-21T08:00", BOSS);
    fixture.at("2026-11-21T08:00", BOSS);
    fixture.at("2026-11-21T23:00", BOSS);

    assertThat(fixture.said()).isEqualTo("2026-11-20..2026-11-20 r0 boss@example.com sent");
    assertThat(fixture.server().messages())
        .singleElement()
        .asString()
        .contains("calltally-daily-2026-11-20-main-en.pdf", "To: boss@example.com");
    try (Stream<Path> files = Files.walk(folder.resolve("archive"))) {
      assertThat(files.filter(Files::isRegularFile).map(folder::relativize).map(Path::toString))
          .containsExactlyInAnyOrder(
              "archive/2026/11/21/1-daily_main_en/calltally-daily-2026-11-20-main-en.pdf",
              "archive/2026/11/21/1-daily_main_en/mail/letter.html",
              "archive/2026/11/21/1-daily_main_en/mail/letter.txt",
              "archive/2026/11/21/1-daily_main_en/mail/letter-without-files.html",
              "archive/2026/11/21/1-daily_main_en/mail/letter-without-files.txt");
    }
  }

  @Test
  void a_mail_whose_final_reply_is_lost_is_sent_once_more_under_its_id() {
    fixture.at("2026-11-20T12:00", BOSS);
    fixture.server().at(Step.CONTENT, DROP);

    fixture.at("2026-11-21T08:00", BOSS);
    fixture.at("2026-11-21T08:30", BOSS);

    assertThat(fixture.said()).isEqualTo("2026-11-20..2026-11-20 r0 boss@example.com sent");
    assertThat(fixture.messageIds()).hasSize(2).containsOnly(fixture.messageIds().get(0));
  }

  @Test
  void after_a_second_lost_reply_a_mail_stays_uncertain_and_is_not_sent_again() {
    fixture.at("2026-11-20T12:00", BOSS);
    fixture.server().at(Step.CONTENT, DROP, DROP);

    fixture.at("2026-11-21T08:00", BOSS);
    fixture.at("2026-11-21T08:30", BOSS);
    fixture.at("2026-11-21T18:30", BOSS);

    assertThat(fixture.said()).isEqualTo("2026-11-20..2026-11-20 r0 boss@example.com uncertain");
    assertThat(fixture.messageIds()).hasSize(2).containsOnly(fixture.messageIds().get(0));
  }

  @Test
  void a_report_whose_subscription_has_left_the_configuration_is_withdrawn_after_an_hour() {
    Subscription kept = DispatchFixture.named("kept", BOSS);
    Subscription gone = DispatchFixture.named("gone", BOSS);
    fixture.at("2026-11-20T12:00", gone, kept);
    fixture
        .clock()
        .set(LocalDateTime.parse("2026-11-21T08:00").atZone(DispatchFixture.MINSK).toInstant());
    fixture.dispatcher().open(List.of(gone, kept));

    fixture.at("2026-11-21T08:59:59.999", kept);
    assertThat(fixture.said())
        .isEqualTo(
            """
            2026-11-20..2026-11-20 r0 null due
            2026-11-20..2026-11-20 r0 boss@example.com sent""");

    fixture.at("2026-11-21T09:00", kept);
    assertThat(fixture.said()).startsWith("2026-11-20..2026-11-20 r0 null withdrawn\n");
    assertThat(fixture.ledger().newest(9))
        .anySatisfy(
            entry -> assertThat(entry.answer()).endsWith("is no longer in the configuration"));
    assertThat(fixture.ledger().inTrouble(9)).isEmpty();
    assertThat(fixture.dispatcher().open(List.of(kept))).isFalse();
  }

  @Test
  void a_service_may_have_twenty_thousand_subscriptions() {
    Subscription kept = DispatchFixture.named("kept", BOSS);
    Subscription gone = DispatchFixture.named("gone", BOSS);
    fixture.at("2026-11-20T12:00", gone, kept);
    fixture
        .clock()
        .set(LocalDateTime.parse("2026-11-21T08:00").atZone(DispatchFixture.MINSK).toInstant());
    fixture.dispatcher().open(List.of(gone, kept));
    List<SubscriptionId> many =
        Stream.concat(
                Stream.of(SubscriptionId.of(kept)),
                IntStream.range(0, 20_000)
                    .mapToObj(each -> new SubscriptionId("company " + each, "daily")))
            .toList();

    Instant later = fixture.clock().instant().plus(Duration.ofHours(2));
    new WithdrawMailings(many, later).run(fixture.history().sql());

    assertThat(fixture.said())
        .isEqualTo(
            """
            2026-11-20..2026-11-20 r0 null withdrawn
            2026-11-20..2026-11-20 r0 null due""");
    DateRange day = new DateRange(LocalDate.parse("2026-11-20"), LocalDate.parse("2026-11-21"));
    assertThat(new ReviseMailings(many, day, later).run(fixture.history().sql())).isEmpty();
    assertThat(
            new ReviseMailings(List.of(SubscriptionId.of(gone)), day, later)
                .run(fixture.history().sql()))
        .hasSize(1);
  }

  @Test
  void one_bad_recipient_does_not_keep_a_report_from_the_others() {
    Subscription three =
        daily("daily 08:00", "anna@example.com", "nobody@example.com", "vera@example.com");
    fixture.at("2026-11-20T12:00", three);
    fixture.server().to("nobody@example.com", "550 5.1.1 no such user");

    fixture.at("2026-11-21T08:00", three);
    fixture.at("2026-11-21T12:00", three);

    assertThat(fixture.said())
        .isEqualTo(
            """
            2026-11-20..2026-11-20 r0 vera@example.com sent
            2026-11-20..2026-11-20 r0 nobody@example.com failed
            2026-11-20..2026-11-20 r0 anna@example.com sent""");
    assertThat(fixture.ledger().inTrouble(9))
        .singleElement()
        .satisfies(entry -> assertThat(entry.answer()).contains("550 5.1.1 no such user"));
    assertThat(fixture.server().messages()).hasSize(2);
  }

  @Test
  void a_greylisted_mail_is_tried_again_after_a_minute() {
    fixture.at("2026-11-20T12:00", BOSS);
    fixture.server().at(Step.RCPT, "450 4.2.0 greylisted");

    fixture.at("2026-11-21T08:00", BOSS);
    fixture.at("2026-11-21T08:00:59.999", BOSS);
    assertThat(fixture.said()).endsWith(" waiting");
    assertThat(fixture.server().messages()).isEmpty();
    fixture.at("2026-11-21T08:01", BOSS);

    assertThat(fixture.said()).endsWith(" sent");
    assertThat(fixture.server().messages()).hasSize(1);
  }

  @Test
  void deliveries_to_an_unreachable_server_are_given_up_after_a_day() {
    fixture.at("2026-11-20T12:00", BOSS);
    String[] greylisted = new String[60];
    Arrays.fill(greylisted, "450 4.2.0 greylisted");
    fixture.server().at(Step.RCPT, greylisted);

    fixture.at("2026-11-21T08:00", BOSS);
    for (int minute = 0; minute < 30 * 60; minute += 20) {
      fixture.clock().tick(Duration.ofMinutes(20));
      fixture.dispatcher().send();
    }

    assertThat(fixture.said()).isEqualTo("2026-11-20..2026-11-20 r0 boss@example.com failed");
    assertThat(fixture.ledger().newest(1).get(0).attempts()).isEqualTo(30);
  }

  @Test
  void a_mail_too_large_for_the_server_is_sent_without_files_and_says_where_they_are() {
    fixture.at("2026-11-20T12:00", BOSS);
    fixture.server().at(Step.EHLO, "250-mx\r\n250 SIZE 20000", "250-mx\r\n250 SIZE 20000");

    fixture.at("2026-11-21T08:00", BOSS);

    assertThat(fixture.said()).endsWith(" sent");
    assertThat(fixture.server().messages())
        .singleElement()
        .asString()
        .doesNotContain("application/pdf")
        .contains("Content-Type: text/html");
  }

  @Test
  void a_letter_links_to_customers_for_readers_who_may_see_their_numbers() throws IOException {
    fixture.at("2026-11-20T12:00", BOSS);
    fixture.at("2026-11-21T08:00", BOSS);

    assertThat(letters())
        .contains(
            "https://calls.example.com/day/2026-11-20", "https://calls.example.com/customer/");
  }

  @Test
  void a_letter_with_masked_numbers_links_to_the_day_only() throws IOException {
    fixture.at("2026-11-20T12:00", masked(BOSS));
    fixture.at("2026-11-21T08:00", masked(BOSS));

    assertThat(letters())
        .contains("https://calls.example.com/day/2026-11-20", "+375 29 •••")
        .doesNotContain("/customer/");
  }

  /** All letters in the archive. */
  private String letters() throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve("archive"))) {
      StringBuilder letters = new StringBuilder();
      for (Path file : files.filter(each -> each.toString().matches(".*\\.(txt|html)")).toList()) {
        letters.append(Files.readString(file));
      }
      return letters.toString();
    }
  }

  @Test
  void without_a_mail_server_reports_are_only_archived() {
    ReportDispatcher dispatcher = fixture.dispatcher(null);
    dispatcher.open(List.of(BOSS));
    fixture.clock().tick(Duration.ofDays(1));

    assertThat(dispatcher.open(List.of(BOSS))).isTrue();
    dispatcher.render(List.of(BOSS));
    dispatcher.send();

    assertThat(fixture.said()).isEqualTo("2026-11-20..2026-11-20 r0 null rendered");
    assertThat(folder.resolve("archive/2026/11/21/1-daily_main_en")).isDirectory();
  }

  @Test
  void a_corrected_report_is_sent_to_those_who_got_the_first_one() {
    fixture.at("2026-11-20T12:00", BOSS);
    fixture.at("2026-11-21T08:00", BOSS);
    fixture.history().missed("2026-11-20T15:00", "+375291110003", History.SALES, History.ANNA);
    fixture.history().refreshed();
    Subscription later = daily("daily 08:00", "other@example.com");

    assertThat(fixture.dispatcher().revise(List.of(later), DateRange.of(FRIDAY))).hasSize(1);
    fixture.round(later);
    fixture.round(later);

    assertThat(fixture.said())
        .isEqualTo(
            """
            2026-11-20..2026-11-20 r0 boss@example.com sent
            2026-11-20..2026-11-20 r1 boss@example.com sent""");
    assertThat(fixture.messageIds()).doesNotHaveDuplicates();
    assertThat(fixture.history().sql().fetchValue("select count(*) from ledger.report_run"))
        .isEqualTo(2L);
  }

  @Test
  void each_subscription_reports_once_what_has_changed() {
    Subscription russian =
        new Subscription(
            null,
            BOSS.report(),
            BOSS.source(),
            BOSS.zone(),
            BOSS.filter(),
            null,
            BOSS.recipients(),
            new ReportOptions(
                Locale.forLanguageTag("ru"), BOSS.options().formats(), BOSS.options().numbers()),
            BOSS.rules());
    fixture.at("2026-11-20T12:00", BOSS, russian);
    fixture.at("2026-11-21T08:00", BOSS, russian);
    fixture.history().missed("2026-11-20T15:00", "+375291110003", History.SALES, History.ANNA);
    fixture.history().refreshed();
    fixture.at("2026-11-22T08:00", BOSS, russian);
    fixture.at("2026-11-23T08:00", BOSS, russian);

    assertThat(
            fixture
                .history()
                .sql()
                .fetch(
                    """
                    select r.subscription || ' ' || r.from_date
                    from ledger.report_run as r
                    join ledger.printed_figure as f using (source_id, run_id)
                    where f.figure = 'incoming' and f.local_date < r.from_date
                    order by r.run_id
                    """)
                .getValues(0, String.class))
        .containsExactlyInAnyOrder("daily main en 2026-11-21", "daily main ru 2026-11-21");
  }
}
