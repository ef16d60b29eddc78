package calltally.web.calls;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A ring of a manager's phone within a call; null where it was not received. */
record Ring(
    @Nullable String manager,
    @Nullable Instant startedAt,
    String outcome,
    @Nullable Duration rang,
    @Nullable Duration talked,
    boolean isBusyInCall) {}
