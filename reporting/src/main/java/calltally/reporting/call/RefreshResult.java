package calltally.reporting.call;

import java.time.Duration;

/**
 * What a refresh did.
 *
 * @param notifications taken from the journal
 * @param calls derived from scratch
 * @param days whose statistics were recomputed
 * @param duration by the system's monotonic clock
 */
public record RefreshResult(long notifications, long calls, int days, Duration duration) {}
