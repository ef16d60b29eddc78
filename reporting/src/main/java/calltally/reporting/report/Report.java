package calltally.reporting.report;

/** A report as plain values, without formatting, from one snapshot of the database. */
public sealed interface Report permits CallReport, ManagerReview, MissedCallReport {

  ReportHead head();

  /** The same report with its run number in the ledger. */
  Report withRun(long run);
}
