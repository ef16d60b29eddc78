package calltally.app.check;

import calltally.app.terminal.Message;
import calltally.reporting.delivery.DeliveryLedger;
import calltally.reporting.delivery.DeliveryOutcome;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import javax.sql.DataSource;

/** Whether the reports of the last days have arrived. */
record DeliveriesCheck(DataSource database, InstantSource clock) {

  private static final CheckSubject SUBJECT = CheckSubject.DELIVERIES;
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
        ? List.of(CheckResult.ok(SUBJECT, Message.of("check.deliveries.ok")))
        : trouble.stream().map(DeliveriesCheck::result).toList();
  }

  private static CheckResult result(DeliveryOutcome entry) {
    return CheckResult.failed(
        SUBJECT,
        Message.of(
            "check.deliveries.failed",
            entry.subscription(),
            entry.dates().from().toString(),
            entry.recipient() == null
                ? Message.of("check.deliveries.nobody")
                : Message.verbatim(entry.recipient()),
            Message.of("check.deliveries.state." + entry.state()),
            String.valueOf(entry.answer())),
        Message.of("check.deliveries.advice"));
  }
}
