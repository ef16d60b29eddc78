package calltally.reporting.report;

/** What a report says, as plain values: all of one state of the database, free of formatting. */
public sealed interface Report permits CallReport, ManagerReview, MissedCallReport {

  ReportHead head();

  /** The same, as the run of that number in the ledger. */
  Report withRun(long run);
}
