package calltally.reporting.call;

import java.time.Duration;

/**
 * What a refresh did.
 *
 * @param notifications taken from the journal
 * @param calls derived anew
 * @param days whose statistics were computed anew
 * @param duration by the system's monotonic clock
 */
public record RefreshResult(long notifications, long calls, int days, Duration duration) {}
