package calltally.ingest.journal;

/**
 * An entry in the form in which the database takes it.
 *
 * @param json an object: of a delivery what {@code journal.append} takes, of a refusal the
 *     parameters of {@code journal.reject}
 */
public record Row(Kind kind, String json) {

  /** What the row is about. */
  public enum Kind {
    DELIVERY,
    REFUSAL
  }

  public static Row of(Entry entry) {
    return entry instanceof Delivery delivery
        ? new Row(Kind.DELIVERY, DeliveryRow.of(delivery))
        : new Row(Kind.REFUSAL, RefusalRow.of((Refusal) entry));
  }

  /** What has to be kept of a row that PostgreSQL refuses. */
  public Row refused(RowRefused refused) {
    return kind == Kind.DELIVERY ? new RefusedRow(this, refused.rejection()).refusal() : this;
  }

  int length() {
    return json.length();
  }
}
