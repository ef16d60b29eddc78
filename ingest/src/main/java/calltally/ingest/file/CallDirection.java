package calltally.ingest.file;

/** Where a finished call went. */
enum CallDirection {
  INCOMING,
  OUTGOING,
  INTERNAL;

  /** By the row's own word, else by its numbers: an extension is a phone of the company. */
  static CallDirection of(CallRow row) {
    String from = row.party(CallColumn.FROM);
    String to = row.party(CallColumn.TO);
    if (row.says(CallColumn.DIRECTION, CallWord.INTERNAL)) {
      return INTERNAL;
    }
    if (row.says(CallColumn.DIRECTION, CallWord.INCOMING)) {
      return INCOMING;
    }
    boolean isOurs = CallParty.isExtension(from) || row.columns().own().contains(from);
    if (!isOurs && !row.says(CallColumn.DIRECTION, CallWord.OUTGOING)) {
      return INCOMING;
    }
    return CallParty.isExtension(to) || row.columns().own().contains(to) ? INTERNAL : OUTGOING;
  }
}
