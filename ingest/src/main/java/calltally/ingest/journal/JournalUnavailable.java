package calltally.ingest.journal;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says that the database did not confirm in time. */
public final class JournalUnavailable extends RuntimeException {

  private final @Nullable BatchId doubt;

  JournalUnavailable(String rule, @Nullable Throwable cause) {
    this(rule, cause, null);
  }

  JournalUnavailable(String rule, @Nullable Throwable cause, @Nullable BatchId doubt) {
    super("notifications could not be stored: " + rule, cause);
    this.doubt = doubt;
  }

  private JournalUnavailable(RuntimeException failure, BatchId doubt) {
    super(failure.getMessage(), failure);
    this.doubt = doubt;
  }

  /** The failure of a batch whose rows may be stored all the same. */
  static JournalUnavailable inDoubt(BatchId batch, RuntimeException failure) {
    return new JournalUnavailable(failure, batch);
  }

  /** The batch of which nobody knows yet whether the database has taken it, or will. */
  public Optional<BatchId> doubt() {
    return Optional.ofNullable(doubt);
  }
}
