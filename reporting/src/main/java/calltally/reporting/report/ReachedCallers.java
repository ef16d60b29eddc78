package calltally.reporting.report;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How soon the missed callers of a period were reached, from the end of each caller's first missed
 * call to the first contact after it. The counts include one another, and are parts of all callers.
 *
 * @param inWindow within the call-back window
 * @param median of those who were reached; null when nobody was
 */
public record ReachedCallers(
    int in15Minutes, int in1Hour, int in4Hours, int inWindow, @Nullable Duration median) {

  public static final ReachedCallers NONE = new ReachedCallers(0, 0, 0, 0, null);
}
