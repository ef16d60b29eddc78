package calltally.ingest.journal.importing;

/**
 * What an import has done so far.
 *
 * @param stored notifications that were new
 * @param duplicate notifications that were there already
 * @param rejected lines that are no notification; they are kept
 * @param passedOver lines that tell of no call, such as a log's of agents who come and go
 */
public record ImportTotals(long stored, long duplicate, long rejected, long passedOver) {

  static final ImportTotals NONE = new ImportTotals(0, 0, 0);

  ImportTotals(long stored, long duplicate, long rejected) {
    this(stored, duplicate, rejected, 0);
  }

  /** What the lines read come to, those of no call apart. */
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
