package calltally.ingest.file;

/** Where a finished call went. */
enum CallDirection {
  INCOMING,
  OUTGOING,
  INTERNAL;

  /** By the row's own word, else by which of its numbers is known as the company's. */
  static CallDirection of(CallRow row) {
    if (row.says(CallColumn.DIRECTION, CallWord.INTERNAL)) {
      return INTERNAL;
    }
    if (row.says(CallColumn.DIRECTION, CallWord.INCOMING)) {
      return INCOMING;
    }
    if (!row.isOurs(CallColumn.FROM) && !row.says(CallColumn.DIRECTION, CallWord.OUTGOING)) {
      return INCOMING;
    }
    return row.isOurs(CallColumn.TO) ? INTERNAL : OUTGOING;
  }

  /** Whether the row leaves no doubt; without a number of the company it may be either. */
  static boolean isTold(CallRow row) {
    return row.says(CallColumn.DIRECTION, CallWord.INTERNAL)
        || row.says(CallColumn.DIRECTION, CallWord.INCOMING)
        || row.says(CallColumn.DIRECTION, CallWord.OUTGOING)
        || row.isOurs(CallColumn.FROM)
        || row.isOurs(CallColumn.TO)
        || !row.party(CallColumn.LINE).isEmpty()
        || !row.company().isNumber(row.party(CallColumn.FROM));
  }
}
