package calltally.ingest.file;

/** The format of an imported file. */
public enum FileFormat {
  /** One notification per line, as a JSON object. */
  JSONL,
  /** One notification per line, as a row of a table whose heading names the fields. */
  CSV,
  /** The log of Asterisk's queues, separated by pipes, or the same as CSV. */
  QUEUE_LOG,
  /** A list of finished calls, one per row of a table. */
  CALLS
}
