package calltally.reporting.delivery.subscription;

import calltally.reporting.delivery.schedule.Schedule;
import java.time.Duration;

/**
 * When a report is sent.
 *
 * @param deadline how long after its time it should be delivered at the latest
 * @param whenEmpty what happens to a report that has nothing to say
 */
public record DeliveryRules(Schedule schedule, Duration deadline, WhenEmpty whenEmpty) {

  /** The default time. */
  public static final Schedule DAILY_AT_EIGHT = Schedule.parse("daily 08:00");

  /** What happens to a report of a period without calls. */
  public enum WhenEmpty {
    /** Sent like any other. */
    SEND,
    /** Sent to nobody. */
    HOLD_BACK
  }
}
