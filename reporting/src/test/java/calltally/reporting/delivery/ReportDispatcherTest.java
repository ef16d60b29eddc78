package calltally.reporting.delivery;

import static calltally.reporting.delivery.DispatchFixture.daily;
import static calltally.reporting.mail.ScriptedServer.DROP;
import static org.assertj.core.api.Assertions.assertThat;

import calltally.reporting.delivery.subscription.DeliveryRules;
import calltally.reporting.delivery.subscription.FanOut;
import calltally.reporting.delivery.subscription.FanOutBy;
import calltally.reporting.delivery.subscription.Recipients;
import calltally.reporting.delivery.subscription.ReportOptions;
import calltally.reporting.delivery.subscription.Subscription;
import calltally.reporting.mail.MailAddress;
import calltally.reporting.mail.ScriptedServer.Step;
import calltally.reporting.report.DateRange;
import calltally.reporting.report.ReportFilter;
import calltally.reporting.report.query.History;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reports that are due reach those who asked for them, each once. */
final class ReportDispatcherTest {

  private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 20);
  private static final Subscription BOSS = daily("daily 08:00", "boss@example.com");

  @TempDir private Path folder;

  private DispatchFixture room;

  @BeforeEach
  void open() {
    room = new DispatchFixture(folder, "2026-11-20T12:00");
    room.history().answered("2026-11-20T10:00", "+375291110001", History.SALES, History.ANNA);
    room.history().missed("2026-11-20T11:00", "+375291110002", History.SALES, History.ANNA);
    room.history().refreshed();
  }

  @AfterEach
  void close() {
    room.close();
  }

  @Test
  void a_report_is_mailed_once_at_its_time_however_often_services_start() throws Exception {
    room.at("2026-11-20T12:00", BOSS);
    room.at("2026-11-21T07:59:59.999", BOSS);
    assertThat(room.said()).isEmpty();

    room.at("2026-11-21T08:00", BOSS);
    room.at("2026-11-21T08:00", BOSS);
    room.at("2026-11-21T23:00", BOSS);

    assertThat(room.said()).isEqualTo("2026-11-20..2026-11-20 r0 boss@example.com sent");
    assertThat(room.server().messages())
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
  void when_the_answer_to_all_of_the_mail_is_lost_it_is_sent_once_more_under_the_same_id() {
    room.at("2026-11-20T12:00", BOSS);
    room.server().at(Step.CONTENT, DROP);

    room.at("2026-11-21T08:00", BOSS);
    room.at("2026-11-21T08:30", BOSS);

    assertThat(room.said()).isEqualTo("2026-11-20..2026-11-20 r0 boss@example.com sent");
    assertThat(room.messageIds()).hasSize(2).containsOnly(room.messageIds().get(0));
  }

  @Test
  void after_a_second_lost_answer_it_stays_uncertain_and_is_not_sent_again() {
    room.at("2026-11-20T12:00", BOSS);
    room.server().at(Step.CONTENT, DROP, DROP);

    room.at("2026-11-21T08:00", BOSS);
    room.at("2026-11-21T08:30", BOSS);
    room.at("2026-11-21T18:30", BOSS);

    assertThat(room.said()).isEqualTo("2026-11-20..2026-11-20 r0 boss@example.com uncertain");
    assertThat(room.messageIds()).hasSize(2).containsOnly(room.messageIds().get(0));
  }

  @Test
  void a_report_whose_subscription_has_left_the_configuration_is_withdrawn_after_an_hour() {
    Subscription kept = DispatchFixture.named("kept", BOSS);
    Subscription gone = DispatchFixture.named("gone", BOSS);
    room.at("2026-11-20T12:00", gone, kept);
    room.clock()
        .set(LocalDateTime.parse("2026-11-21T08:00").atZone(DispatchFixture.MINSK).toInstant());
    room.office().open(List.of(gone, kept));

    room.at("2026-11-21T08:59:59.999", kept);
    assertThat(room.said())
        .isEqualTo(
            """
            2026-11-20..2026-11-20 r0 null due
            2026-11-20..2026-11-20 r0 boss@example.com sent""");

    room.at("2026-11-21T09:00", kept);
    assertThat(room.said()).startsWith("2026-11-20..2026-11-20 r0 null withdrawn\n");
    assertThat(room.ledger().newest(9))
        .anySatisfy(
            entry -> assertThat(entry.answer()).endsWith("is no longer in the configuration"));
    assertThat(room.ledger().inTrouble(9)).isEmpty();
    assertThat(room.office().open(List.of(kept))).isFalse();
  }

  @Test
  void one_bad_recipient_does_not_keep_it_from_the_others() {
    Subscription three =
        daily("daily 08:00", "anna@example.com", "nobody@example.com", "vera@example.com");
    room.at("2026-11-20T12:00", three);
    room.server().to("nobody@example.com", "550 5.1.1 no such user");

    room.at("2026-11-21T08:00", three);
    room.at("2026-11-21T12:00", three);

    assertThat(room.said())
        .isEqualTo(
            """
            2026-11-20..2026-11-20 r0 vera@example.com sent
            2026-11-20..2026-11-20 r0 nobody@example.com failed
            2026-11-20..2026-11-20 r0 anna@example.com sent""");
    assertThat(room.ledger().inTrouble(9))
        .singleElement()
        .satisfies(entry -> assertThat(entry.answer()).contains("550 5.1.1 no such user"));
    assertThat(room.server().messages()).hasSize(2);
  }

  @Test
  void a_greylisted_mail_is_tried_again_after_a_minute() {
    room.at("2026-11-20T12:00", BOSS);
    room.server().at(Step.RCPT, "450 4.2.0 greylisted");

    room.at("2026-11-21T08:00", BOSS);
    room.at("2026-11-21T08:00:59.999", BOSS);
    assertThat(room.said()).endsWith(" rendered");
    assertThat(room.server().messages()).isEmpty();
    room.at("2026-11-21T08:01", BOSS);

    assertThat(room.said()).endsWith(" sent");
    assertThat(room.server().messages()).hasSize(1);
  }

  @Test
  void a_server_that_stays_away_is_given_up_after_a_day() {
    room.at("2026-11-20T12:00", BOSS);
    String[] greylisted = new String[60];
    Arrays.fill(greylisted, "450 4.2.0 greylisted");
    room.server().at(Step.RCPT, greylisted);

    room.at("2026-11-21T08:00", BOSS);
    for (int minute = 0; minute < 30 * 60; minute += 20) {
      room.clock().tick(Duration.ofMinutes(20));
      room.office().send();
    }

    assertThat(room.said()).isEqualTo("2026-11-20..2026-11-20 r0 boss@example.com failed");
    assertThat(room.ledger().newest(1).get(0).attempts()).isEqualTo(30);
  }

  @Test
  void a_mail_too_large_for_the_server_goes_without_files_and_says_where_they_lie() {
    room.at("2026-11-20T12:00", BOSS);
    room.server().at(Step.EHLO, "250-mx\r\n250 SIZE 20000", "250-mx\r\n250 SIZE 20000");

    room.at("2026-11-21T08:00", BOSS);

    assertThat(room.said()).endsWith(" sent");
    assertThat(room.server().messages())
        .singleElement()
        .asString()
        .doesNotContain("application/pdf")
        .contains("Content-Type: text/html");
  }

  @Test
  void without_a_mail_server_reports_go_into_the_archive_only() {
    ReportDispatcher office = room.office(null);
    office.open(List.of(BOSS));
    room.clock().tick(Duration.ofDays(1));

    assertThat(office.open(List.of(BOSS))).isTrue();
    office.render(List.of(BOSS));
    office.send();

    assertThat(room.said()).isEqualTo("2026-11-20..2026-11-20 r0 null rendered");
    assertThat(folder.resolve("archive/2026/11/21/1-daily_main_en")).isDirectory();
  }

  @Test
  void a_corrected_report_goes_to_those_who_got_the_first_one() {
    room.at("2026-11-20T12:00", BOSS);
    room.at("2026-11-21T08:00", BOSS);
    room.history().missed("2026-11-20T15:00", "+375291110003", History.SALES, History.ANNA);
    room.history().refreshed();
    Subscription later = daily("daily 08:00", "other@example.com");

    assertThat(room.office().revise(List.of(later), DateRange.of(FRIDAY))).hasSize(1);
    room.round(later);
    room.round(later);

    assertThat(room.said())
        .isEqualTo(
            """
            2026-11-20..2026-11-20 r0 boss@example.com sent
            2026-11-20..2026-11-20 r1 boss@example.com sent""");
    assertThat(room.messageIds()).doesNotHaveDuplicates();
    assertThat(room.history().sql().fetchValue("select count(*) from ledger.run")).isEqualTo(2L);
  }

  @Test
  void two_subscriptions_each_tell_their_readers_once_what_has_changed() {
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
    room.at("2026-11-20T12:00", BOSS, russian);
    room.at("2026-11-21T08:00", BOSS, russian);
    room.history().missed("2026-11-20T15:00", "+375291110003", History.SALES, History.ANNA);
    room.history().refreshed();
    room.at("2026-11-22T08:00", BOSS, russian);
    room.at("2026-11-23T08:00", BOSS, russian);

    assertThat(
            room.history()
                .sql()
                .fetch(
                    """
                    select r.subscription || ' ' || r.from_date
                    from ledger.run as r
                    join ledger.printed_figure as f using (source_id, run_id)
                    where f.figure = 'incoming' and f.local_date < r.from_date
                    order by r.run_id
                    """)
                .getValues(0, String.class))
        .containsExactlyInAnyOrder("daily main en 2026-11-21", "daily main ru 2026-11-21");
  }

  @Test
  void each_head_gets_his_own_department_and_nobody_the_others() {
    Subscription each =
        new Subscription(
            null,
            BOSS.report(),
            BOSS.source(),
            BOSS.zone(),
            BOSS.filter(),
            new FanOut(
                FanOutBy.DEPARTMENT,
                Map.of("Sales", List.of(MailAddress.parse("anna@example.com")))),
            Recipients.NONE,
            BOSS.options(),
            BOSS.rules());
    room.at("2026-11-20T12:00", each);
    room.at("2026-11-21T08:00", each);

    assertThat(room.said()).isEqualTo("2026-11-20..2026-11-20 r0 anna@example.com sent");
    assertThat(room.ledger().newest(1).get(0).subscription())
        .isEqualTo("daily main each department en: Sales");
    assertThat(room.server().messages())
        .singleElement()
        .asString()
        .contains("calltally-daily-2026-11-20-main-sales-en.pdf");
  }

  @Test
  void a_report_with_nothing_to_tell_may_be_held_back() {
    Subscription quiet =
        new Subscription(
            null,
            BOSS.report(),
            BOSS.source(),
            BOSS.zone(),
            BOSS.filter(),
            null,
            BOSS.recipients(),
            BOSS.options(),
            new DeliveryRules(
                BOSS.rules().schedule(), Duration.ofHours(1), DeliveryRules.WhenEmpty.HOLD_BACK));
    room.at("2026-11-20T12:00", quiet);
    room.at("2026-11-21T08:00", quiet);
    room.at("2026-11-22T08:00", quiet);
    room.at("2026-11-22T09:00", quiet);

    assertThat(room.said())
        .isEqualTo(
            """
            2026-11-20..2026-11-20 r0 boss@example.com sent
            2026-11-21..2026-11-21 r0 null empty""");
  }

  @Test
  void other_recipients_and_another_time_take_effect_without_a_second_mail() {
    room.at("2026-11-20T12:00", BOSS);
    room.at("2026-11-21T08:00", BOSS);
    Subscription changed = daily("daily 10:00", "anna@example.com");
    room.at("2026-11-21T11:00", changed);
    room.at("2026-11-22T08:00", changed);
    room.at("2026-11-22T10:00", changed);

    assertThat(room.said())
        .isEqualTo(
            """
            2026-11-20..2026-11-20 r0 boss@example.com sent
            2026-11-21..2026-11-21 r0 anna@example.com sent""");
  }

  @Test
  void mondays_mail_tells_of_friday_to_sunday() {
    Subscription weekdays = daily("weekdays 08:00", "boss@example.com");
    room.at("2026-11-20T12:00", weekdays);
    room.at("2026-11-23T08:00", weekdays);

    assertThat(room.said()).isEqualTo("2026-11-20..2026-11-22 r0 boss@example.com sent");
  }

  @Test
  void a_subject_that_nobody_knows_fails_with_the_reason() {
    Subscription gone =
        new Subscription(
            null,
            BOSS.report(),
            BOSS.source(),
            BOSS.zone(),
            new ReportFilter(null, "Purchase", null),
            null,
            BOSS.recipients(),
            BOSS.options(),
            BOSS.rules());
    room.at("2026-11-20T12:00", gone);
    room.at("2026-11-21T08:00", gone);
    room.at("2026-11-21T09:00", gone);

    assertThat(room.ledger().inTrouble(9))
        .singleElement()
        .satisfies(entry -> assertThat(entry.state()).isEqualTo("failed"))
        .satisfies(entry -> assertThat(entry.answer()).contains("was Purchase"));
  }
}
