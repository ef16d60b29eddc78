package calltally.ingest.journal;

/** An entry as {@code journal.append_columns} takes it: written out before its statement begins. */
sealed interface Written permits DeliveryTexts, RefusalText {

  static Written of(Entry entry) {
    return entry instanceof Delivery delivery
        ? DeliveryTexts.of(delivery)
        : new RefusalText(RefusalRow.of((Refusal) entry));
  }

  /** Characters that go to the database. */
  int length();
}
