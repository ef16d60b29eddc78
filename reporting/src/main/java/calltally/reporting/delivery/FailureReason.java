package calltally.reporting.delivery;

import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The cause of a failure, in one line for the ledger.
 *
 * <p>An I/O error names neither file nor purpose, so what wraps it is said first.
 */
final class FailureReason {

  private static final int LONGEST = 500;

  private FailureReason() {}

  static String of(Throwable failure) {
    Throwable cause =
        Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
            .reduce(failure, (outer, inner) -> inner);
    String said =
        failure instanceof UncheckedIOException && cause != failure
            ? failure.getMessage() + ": " + said(cause)
            : said(cause);
    String line = said.lines().findFirst().orElse(said).replaceAll("\\p{Cntrl}+", " ");
    return line.substring(0, Math.min(line.length(), LONGEST));
  }

  private static String said(Throwable cause) {
    return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
  }
}
