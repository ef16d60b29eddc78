package calltally.ingest.journal.importing;

/**
 * The totals of an import so far.
 *
 * @param stored notifications that were new
 * @param duplicate notifications that were there already
 * @param rejected lines that are no notification; they are kept
 * @param passedOver lines that concern no call, such as agents logging in
 */
public record ImportTotals(long stored, long duplicate, long rejected, long passedOver) {

  public static final ImportTotals NONE = new ImportTotals(0, 0, 0);

  ImportTotals(long stored, long duplicate, long rejected) {
    this(stored, duplicate, rejected, 0);
  }

  /** The lines read, except those that concern no call. */
  public long lines() {
    return stored + duplicate + rejected;
  }

  ImportTotals plus(ImportTotals more) {
    return new ImportTotals(
        stored + more.stored,
        duplicate + more.duplicate,
        rejected + more.rejected,
        passedOver + more.passedOver);
  }

  ImportTotals passingOver(long lines) {
    return new ImportTotals(stored, duplicate, rejected, passedOver + lines);
  }
}
