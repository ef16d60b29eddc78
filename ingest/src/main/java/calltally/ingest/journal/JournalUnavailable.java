package calltally.ingest.journal;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

public final class JournalUnavailable extends RuntimeException {

  /** What PostgreSQL answers to writes on a standby or in a read-only transaction. */
  static final String READ_ONLY = "25006";

  private final @Nullable BatchId doubt;
  private final boolean isQueued;
  private final boolean isReadOnly;

  JournalUnavailable(String rule, @Nullable Throwable cause) {
    this(rule, cause, null);
  }

  JournalUnavailable(String rule, @Nullable Throwable cause, @Nullable BatchId doubt) {
    this("cannot store notifications: " + rule, cause, doubt, false, false);
  }

  private JournalUnavailable(
      @Nullable String message,
      @Nullable Throwable cause,
      @Nullable BatchId doubt,
      boolean isQueued,
      boolean isReadOnly) {
    super(message, cause);
    this.doubt = doubt;
    this.isQueued = isQueued;
    this.isReadOnly = isReadOnly;
  }

  /** The failure of a batch whose rows may have been stored nonetheless. */
  static JournalUnavailable inDoubt(BatchId batch, RuntimeException failure) {
    return new JournalUnavailable(failure.getMessage(), failure, batch, false, false);
  }

  /** The failure of a row that found no room, or waited too long. */
  static JournalUnavailable inQueue(
      String rule, @Nullable Throwable cause, @Nullable BatchId doubt) {
    return new JournalUnavailable("cannot store notifications: " + rule, cause, doubt, true, false);
  }

  /** The failure of a statement on a standby, or on a database that refuses all writes. */
  static JournalUnavailable readOnly(Throwable cause) {
    return new JournalUnavailable(
        "cannot store notifications: the database is read-only", cause, null, false, true);
  }

  /** The batch that the database may have stored, or may still store. */
  public Optional<BatchId> doubt() {
    return Optional.ofNullable(doubt);
  }

  /** Whether no statement has failed: the row found no room in the queue, or waited too long. */
  public boolean isQueued() {
    return isQueued;
  }

  boolean isReadOnly() {
    return isReadOnly;
  }
}
