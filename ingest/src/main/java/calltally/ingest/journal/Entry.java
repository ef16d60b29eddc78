package calltally.ingest.journal;

/** What was received and has to be kept. */
public sealed interface Entry permits Delivery, Refusal {

  /** Name of the source that sent it. */
  String source();
}
