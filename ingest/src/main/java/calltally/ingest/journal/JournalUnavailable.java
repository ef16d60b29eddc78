package calltally.ingest.journal;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

public final class JournalUnavailable extends RuntimeException {

  private final @Nullable BatchId doubt;

  JournalUnavailable(String rule, @Nullable Throwable cause) {
    this(rule, cause, null);
  }

  JournalUnavailable(String rule, @Nullable Throwable cause, @Nullable BatchId doubt) {
    super("cannot store notifications: " + rule, cause);
    this.doubt = doubt;
  }

  private JournalUnavailable(RuntimeException failure, BatchId doubt) {
    super(failure.getMessage(), failure);
    this.doubt = doubt;
  }

  /** The failure of a batch whose rows may have been stored nonetheless. */
  static JournalUnavailable inDoubt(BatchId batch, RuntimeException failure) {
    return new JournalUnavailable(failure, batch);
  }

  /** The batch that the database may have stored, or may still store. */
  public Optional<BatchId> doubt() {
    return Optional.ofNullable(doubt);
  }
}
