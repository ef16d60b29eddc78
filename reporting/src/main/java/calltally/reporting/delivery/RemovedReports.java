package calltally.reporting.delivery;

/**
 * What left the archive because it named a customer.
 *
 * @param reports how many
 * @param unsent copies of them that still waited to be mailed, and will not be
 */
public record RemovedReports(int reports, int unsent) {

  public static final RemovedReports NONE = new RemovedReports(0, 0);

  /** Together. */
  public RemovedReports plus(RemovedReports more) {
    return new RemovedReports(reports + more.reports, unsent + more.unsent);
  }
}
