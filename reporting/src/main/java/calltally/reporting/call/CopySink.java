package calltally.reporting.call;

/** Receives rows on their way into the database. */
interface CopySink {

  /** Accepts rows that nobody writes to any more. */
  void send(CopyTarget target, CopyRows rows);
}
