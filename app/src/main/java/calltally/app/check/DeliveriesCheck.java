package calltally.app.check;

import calltally.reporting.delivery.DeliveryLedger;
import calltally.reporting.delivery.DeliveryOutcome;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import javax.sql.DataSource;

/** Whether the reports of the last days have arrived. */
record DeliveriesCheck(DataSource database, InstantSource clock) {

  private static final String SUBJECT = "deliveries";
  private static final Duration RECENTLY = Duration.ofDays(7);
  private static final int SHOWN = 10;

  /** One, or one for each that did not arrive, the newest ten. */
  public List<CheckResult> results() {
    List<DeliveryOutcome> trouble =
        new DeliveryLedger(database)
            .inTrouble(SHOWN).stream()
                .filter(entry -> entry.dueAt().isAfter(clock.instant().minus(RECENTLY)))
                .toList();
    return trouble.isEmpty()
        ? List.of(CheckResult.ok(SUBJECT, "none has failed in the last 7 days"))
        : trouble.stream().map(DeliveriesCheck::result).toList();
  }

  private static CheckResult result(DeliveryOutcome entry) {
    return CheckResult.failed(
        SUBJECT,
        "%s of %s to %s %s: %s"
            .formatted(
                entry.subscription(),
                entry.dates().from(),
                entry.recipient() == null ? "nobody" : entry.recipient(),
                entry.state(),
                entry.answer()),
        "when its cause is mended, calltally report … --resend sends it again");
  }
}
