package calltally.web.today;

import calltally.reporting.report.DialledLine;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A call without an end, as far as its notifications say.
 *
 * @param customer null when withheld
 * @param answeredAt null when it still rings
 * @param manager who answered it, or placed it; null when nobody did or it is not known
 */
record CallInProgress(
    Instant startedAt,
    @Nullable String customer,
    DialledLine line,
    @Nullable Instant answeredAt,
    @Nullable String manager,
    boolean isIncoming) {}
