package calltally.reporting.report;

import org.jspecify.annotations.Nullable;

/**
 * A number that customers dial, as the directory knows it on the date of the call.
 *
 * @param number null for calls whose line the exchange did not tell
 * @param name as a line; null without an entry
 * @param manager whose own number it is; null when it has a name as a line, or is nobody's
 */
public record Line(@Nullable String number, @Nullable String name, @Nullable String manager) {

  /** Whether it is known only as a manager's own number. */
  public boolean isDirect() {
    return manager != null;
  }
}
