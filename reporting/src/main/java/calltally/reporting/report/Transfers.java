package calltally.reporting.report;

/**
 * Answered incoming calls that were handed from one manager to another.
 *
 * @param in calls that another manager had answered before
 * @param out calls that another manager answered after
 */
public record Transfers(int in, int out) {

  public static final Transfers NONE = new Transfers(0, 0);

  public Transfers plus(Transfers more) {
    return new Transfers(in + more.in, out + more.out);
  }
}
