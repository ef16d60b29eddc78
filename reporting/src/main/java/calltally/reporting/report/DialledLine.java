package calltally.reporting.report;

import org.jspecify.annotations.Nullable;

/**
 * A number that customers dial, as in the directory on the date of the call.
 *
 * @param number null for calls whose line the exchange did not report
 * @param name its name as a line; null when the directory has none
 * @param manager the manager whose own number it is; null when it is nobody's or named as a line
 */
public record DialledLine(
    @Nullable String number, @Nullable String name, @Nullable String manager) {

  /** Whether the directory has it only as a manager's own number. */
  public boolean isDirect() {
    return manager != null;
  }
}
