package calltally.ingest.spool;

import calltally.ingest.journal.StorageResult;
import calltally.sql.LocalizedException;
import calltally.sql.LocalizedText;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Says why the spool cannot store a row. */
public final class SpoolUnavailable extends LocalizedException {

  private static final long serialVersionUID = 1;
  private static final CompletableFuture<Boolean> NO = CompletableFuture.completedFuture(false);

  private final transient CompletableFuture<Boolean> keptAfterAll;
  private final transient CompletableFuture<Boolean> inJournal;

  /** Explained by a rule, which the log says in English, or by a text of the bundle. */
  SpoolUnavailable(Object rule, @Nullable Throwable cause) {
    this(rule, cause, NO);
  }

  SpoolUnavailable(
      Object rule, @Nullable Throwable cause, CompletableFuture<Boolean> keptAfterAll) {
    super(text("unavailable", rule), cause);
    this.keptAfterAll = keptAfterAll;
    this.inJournal = NO;
  }

  private SpoolUnavailable(SpoolUnavailable failure, CompletableFuture<Boolean> inJournal) {
    super(failure.text(), failure);
    this.keptAfterAll = failure.keptAfterAll;
    this.inJournal = inJournal;
  }

  static LocalizedText text(String key, Object... values) {
    return LocalizedText.of("calltally.ingest.spool", key, values);
  }

  /** The same failure of a row that the journal may have stored. */
  SpoolUnavailable unlessStored(CompletableFuture<Boolean> stored) {
    return new SpoolUnavailable(this, stored);
  }

  /**
   * Whether the disk, which did not confirm in time, has the row after all; completes once that is
   * known.
   */
  CompletableFuture<Boolean> keptAfterAll() {
    return keptAfterAll;
  }

  /**
   * How the row is stored after all; completes once disk and database have answered. Empty when it
   * is stored nowhere and never will be.
   */
  public CompletableFuture<Optional<StorageResult>> storedAfterAll() {
    return keptAfterAll.thenCompose(
        kept ->
            kept
                ? CompletableFuture.completedFuture(Optional.of(StorageResult.SPOOLED))
                : inJournal.thenApply(SpoolUnavailable::stored));
  }

  private static Optional<StorageResult> stored(boolean isStored) {
    return isStored ? Optional.of(StorageResult.STORED) : Optional.empty();
  }
}
