package calltally.ingest.spool;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Says why the spool cannot store a row. */
public final class SpoolUnavailable extends RuntimeException {

  private final transient CompletableFuture<Boolean> keptAfterAll;

  SpoolUnavailable(String rule, @Nullable Throwable cause) {
    this(rule, cause, CompletableFuture.completedFuture(false));
  }

  SpoolUnavailable(
      String rule, @Nullable Throwable cause, CompletableFuture<Boolean> keptAfterAll) {
    super("cannot write notifications to the spool: " + rule, cause);
    this.keptAfterAll = keptAfterAll;
  }

  /**
   * Whether the disk, which did not confirm in time, has the row after all; completes once that is
   * known.
   */
  public CompletableFuture<Boolean> keptAfterAll() {
    return keptAfterAll;
  }
}
