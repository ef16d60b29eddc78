package calltally.reporting.delivery;

import java.util.Objects;
import java.util.stream.Stream;

/** Why something failed, in one line for the ledger. */
final class FailureReason {

  private static final int LONGEST = 500;

  private FailureReason() {}

  static String of(Throwable failure) {
    Throwable cause =
        Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
            .reduce(failure, (outer, inner) -> inner);
    String said =
        cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    String line = said.lines().findFirst().orElse(said).replaceAll("\\p{Cntrl}+", " ");
    return line.substring(0, Math.min(line.length(), LONGEST));
  }
}
