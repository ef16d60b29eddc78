package calltally.reporting.delivery;

import calltally.reporting.report.DateRange;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The state of a report for one recipient, or of a report without any.
 *
 * @param recipient the address; null for a report without a delivery
 * @param state of the delivery, or else of the mailing
 * @param nextAttemptAt null when no attempt is left
 * @param endedAt when it was sent or given up; null before, and without a delivery
 * @param answer the mail server's last reply, or why the report was not made; null without
 * @param archivePath folder of the report in the archive; null before it is made
 * @param removedAt when it left the archive because it named a customer who was erased; null while
 *     it is there
 */
public record DeliveryOutcome(
    MailingId mailing,
    String subscription,
    DateRange dates,
    Instant dueAt,
    int revision,
    @Nullable String recipient,
    String state,
    int attempts,
    @Nullable Instant nextAttemptAt,
    @Nullable Instant endedAt,
    @Nullable String answer,
    @Nullable String archivePath,
    @Nullable Instant removedAt) {

  /** Whether the entry needs attention: the report did not arrive, or may not have. */
  public boolean isTrouble() {
    return SelectDeliveryOutcomes.TROUBLE.contains(state);
  }
}
