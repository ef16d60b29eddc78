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
  private final boolean isOverQuota;

  /** Explained by a rule, which the log says in English, or by a text of the bundle. */
  SpoolUnavailable(Object rule, @Nullable Throwable cause) {
    this(rule, cause, NO);
  }

  private SpoolUnavailable(String rule, boolean isOverQuota) {
    super(text("unavailable", rule), null);
    this.keptAfterAll = NO;
    this.inJournal = NO;
    this.isOverQuota = isOverQuota;
  }

  /** A source occupies as much of the spool as it may. */
  static SpoolUnavailable overQuota(String source, long bytes) {
    return new SpoolUnavailable(
        "a source must leave a tenth of the room to the others (was %s with %d bytes)"
            .formatted(source, bytes),
        true);
  }

  SpoolUnavailable(
      Object rule, @Nullable Throwable cause, CompletableFuture<Boolean> keptAfterAll) {
    super(text("unavailable", rule), cause);
    this.keptAfterAll = keptAfterAll;
    this.inJournal = NO;
    this.isOverQuota = false;
  }

  private SpoolUnavailable(SpoolUnavailable failure, CompletableFuture<Boolean> inJournal) {
    super(failure.text(), failure);
    this.keptAfterAll = failure.keptAfterAll;
    this.inJournal = inJournal;
    this.isOverQuota = failure.isOverQuota;
  }

  static LocalizedText text(String key, Object... values) {
    return LocalizedText.of("calltally.ingest.spool", key, values);
  }

  /** The same failure of a row that the journal may have stored. */
  SpoolUnavailable unlessStored(CompletableFuture<Boolean> stored) {
    return new SpoolUnavailable(this, stored);
  }

  /** Whether only this row's source is refused, because it occupies too much of the spool. */
  public boolean isOverQuota() {
    return isOverQuota;
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
