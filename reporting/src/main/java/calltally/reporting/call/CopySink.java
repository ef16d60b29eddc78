package calltally.reporting.call;

/** What takes rows on their way into the database. */
interface CopySink {

  /** Takes rows that are not written to any more. */
  void send(CopyTarget target, CopyRows rows);
}
