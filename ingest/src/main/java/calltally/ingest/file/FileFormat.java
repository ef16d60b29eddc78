package calltally.ingest.file;

/** How a file tells of calls. */
public enum FileFormat {
  /** A notification in each line, as a JSON object. */
  JSONL,
  /** A notification in each line, as a row of a table whose heading names the fields. */
  CSV,
  /** The log that Asterisk's queues write, separated by pipes, or the same as CSV. */
  QUEUE_LOG
}
