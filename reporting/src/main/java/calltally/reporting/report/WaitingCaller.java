package calltally.reporting.report;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A customer who waits for a call back, with what is known of his missed calls.
 *
 * @param line of the last one, as are missedAt (its end), waited and reason
 * @param waited null when unknown
 * @param missedCalls of the period; for a caller of another day, those not answered since
 * @param state outstanding or tried
 * @param tries calls placed to him since the last one
 * @param triedBy who placed the first of them; null when nobody did
 */
public record WaitingCaller(
    String customer,
    Line line,
    int missedCalls,
    Instant missedAt,
    @Nullable Duration waited,
    MissedReason reason,
    CallbackState state,
    int tries,
    @Nullable String triedBy) {}
