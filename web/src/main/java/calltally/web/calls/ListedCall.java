package calltally.web.calls;

import calltally.reporting.report.DialledLine;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A call of the list.
 *
 * @param customer null when withheld
 * @param manager who answered or placed it; null when nobody did or it is not known
 * @param reason why it was missed; null when it was not
 * @param inHours null when no working hours are configured
 * @param recording link to the recording or the voicemail; null without one
 */
public record ListedCall(
    String id,
    boolean isIncoming,
    LocalDate date,
    Instant startedAt,
    @Nullable String customer,
    DialledLine line,
    @Nullable String manager,
    String outcome,
    @Nullable String reason,
    @Nullable Duration waited,
    @Nullable Duration talked,
    boolean isShort,
    @Nullable Boolean inHours,
    @Nullable String recording) {}
