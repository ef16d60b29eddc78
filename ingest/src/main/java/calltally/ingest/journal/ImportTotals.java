package calltally.ingest.journal;

/**
 * What an import has done so far.
 *
 * @param stored notifications that were new
 * @param duplicate notifications that were there already
 * @param rejected lines that are no notification; they are kept
 */
public record ImportTotals(long stored, long duplicate, long rejected) {

  static final ImportTotals NONE = new ImportTotals(0, 0, 0);

  /** Lines read, blank ones apart. */
  public long lines() {
    return stored + duplicate + rejected;
  }

  ImportTotals plus(ImportTotals more) {
    return new ImportTotals(
        stored + more.stored, duplicate + more.duplicate, rejected + more.rejected);
  }
}
