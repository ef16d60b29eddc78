package calltally.reporting.delivery.subscription;

import calltally.reporting.delivery.schedule.Schedule;
import java.time.Duration;

/**
 * When a report goes out.
 *
 * @param deadline how long after its time it ought to have been delivered at the latest
 * @param whenEmpty what happens to one that has nothing to tell
 */
public record DeliveryRules(Schedule schedule, Duration deadline, WhenEmpty whenEmpty) {

  /** The usual time. */
  public static final Schedule DAILY_AT_EIGHT = Schedule.parse("daily 08:00");

  /** What happens to a report of a period without calls. */
  public enum WhenEmpty {
    /** It is sent like any other. */
    SEND,
    /** Nobody gets it. */
    HOLD_BACK
  }
}
