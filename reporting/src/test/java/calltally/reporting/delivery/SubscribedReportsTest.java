package calltally.reporting.delivery;

import static calltally.reporting.delivery.DispatchFixture.daily;
import static org.assertj.core.api.Assertions.assertThat;

import calltally.reporting.delivery.subscription.DeliveryRules;
import calltally.reporting.delivery.subscription.FanOut;
import calltally.reporting.delivery.subscription.FanOutBy;
import calltally.reporting.delivery.subscription.Recipients;
import calltally.reporting.delivery.subscription.Subscription;
import calltally.reporting.mail.MailAddress;
import calltally.reporting.report.ReportFilter;
import calltally.reporting.report.query.History;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a subscription says of its reports holds: whose they are, what they cover, and when. */
final class SubscribedReportsTest {

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
  void each_head_gets_the_report_of_their_own_department_only() {
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
    fixture.at("2026-11-20T12:00", each);
    fixture.at("2026-11-21T08:00", each);

    assertThat(fixture.said()).isEqualTo("2026-11-20..2026-11-20 r0 anna@example.com sent");
    assertThat(fixture.ledger().newest(1).get(0).subscription())
        .isEqualTo("daily main each department en: Sales");
    assertThat(fixture.server().messages())
        .singleElement()
        .asString()
        .contains("calltally-daily-2026-11-20-main-sales-en.pdf");
  }

  @Test
  void a_report_with_nothing_to_say_may_be_held_back() {
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
    fixture.at("2026-11-20T12:00", quiet);
    fixture.at("2026-11-21T08:00", quiet);
    fixture.at("2026-11-22T08:00", quiet);
    fixture.at("2026-11-22T09:00", quiet);

    assertThat(fixture.said())
        .isEqualTo(
            """
            2026-11-20..2026-11-20 r0 boss@example.com sent
            2026-11-21..2026-11-21 r0 null empty""");
  }

  @Test
  void changed_recipients_and_times_take_effect_without_a_second_mail() {
    fixture.at("2026-11-20T12:00", BOSS);
    fixture.at("2026-11-21T08:00", BOSS);
    Subscription changed = daily("daily 10:00", "anna@example.com");
    fixture.at("2026-11-21T11:00", changed);
    fixture.at("2026-11-22T08:00", changed);
    fixture.at("2026-11-22T10:00", changed);

    assertThat(fixture.said())
        .isEqualTo(
            """
            2026-11-20..2026-11-20 r0 boss@example.com sent
            2026-11-21..2026-11-21 r0 anna@example.com sent""");
  }

  @Test
  void on_mondays_a_weekday_report_covers_friday_to_sunday() {
    Subscription weekdays = daily("weekdays 08:00", "boss@example.com");
    fixture.at("2026-11-20T12:00", weekdays);
    fixture.at("2026-11-23T08:00", weekdays);

    assertThat(fixture.said()).isEqualTo("2026-11-20..2026-11-22 r0 boss@example.com sent");
  }

  @Test
  void a_report_about_an_unknown_manager_fails_with_the_reason() {
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
    fixture.at("2026-11-20T12:00", gone);
    fixture.at("2026-11-21T08:00", gone);
    fixture.at("2026-11-21T09:00", gone);

    assertThat(fixture.ledger().inTrouble(9))
        .singleElement()
        .satisfies(entry -> assertThat(entry.state()).isEqualTo("failed"))
        .satisfies(entry -> assertThat(entry.answer()).contains("was Purchase"));
  }
}
