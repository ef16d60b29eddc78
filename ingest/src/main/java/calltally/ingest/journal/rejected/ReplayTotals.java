package calltally.ingest.journal.rejected;

/**
 * The totals of a replay of rejected requests.
 *
 * @param stored became notifications
 * @param duplicate are notifications that have arrived again since
 * @param rejected are still no notifications
 * @param incomplete were not kept in full, so that they cannot be read again
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
