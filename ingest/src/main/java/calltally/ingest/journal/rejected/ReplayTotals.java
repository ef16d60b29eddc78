package calltally.ingest.journal.rejected;

/**
 * What became of rejected requests that were read again.
 *
 * @param stored became notifications
 * @param duplicate turned out to be notifications that had come meanwhile
 * @param rejected are still no notifications
 * @param incomplete were not kept as a whole, so that nobody can tell
 */
public record ReplayTotals(long stored, long duplicate, long rejected, long incomplete) {

  static final ReplayTotals NONE = new ReplayTotals(0, 0, 0, 0);

  ReplayTotals plus(ReplayTotals other) {
    return new ReplayTotals(
        stored + other.stored,
        duplicate + other.duplicate,
        rejected + other.rejected,
        incomplete + other.incomplete);
  }
}
