package calltally.reporting.report;

/**
 * How far the figures of the period can be trusted.
 *
 * @param notifications received for it, each counted once
 * @param duplicates deliveries that repeated one
 * @param rejected requests that could not become one
 * @param calls internal ones included
 * @param callsComplete with start, end and paired members
 */
public record Quality(
    int notifications, int duplicates, int rejected, int calls, int callsComplete, int internal) {

  public static final Quality NO_DATA = new Quality(0, 0, 0, 0, 0, 0);

  /** Below this coverage a report says so at its top. */
  private static final double ENOUGH = 0.95;

  /** Complete calls ÷ calls. */
  public Rate coverage() {
    return new Rate(callsComplete, calls);
  }

  /** Whether anything at all was received. */
  public boolean hasData() {
    return notifications > 0;
  }

  /** Whether the coverage is below 95 %. */
  public boolean isPoor() {
    return coverage().share().orElse(1) < ENOUGH;
  }
}
