package calltally.reporting.delivery;

/**
 * The reports removed from the archive because they named a customer.
 *
 * @param reports how many
 * @param unsent copies of them that were still waiting, and will not be mailed
 */
public record RemovedReports(int reports, int unsent) {

  public static final RemovedReports NONE = new RemovedReports(0, 0);

  /** Adds up two counts. */
  public RemovedReports plus(RemovedReports more) {
    return new RemovedReports(reports + more.reports, unsent + more.unsent);
  }
}
