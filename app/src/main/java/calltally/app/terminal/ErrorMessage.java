package calltally.app.terminal;

import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** What went wrong, in a sentence. */
public final class ErrorMessage {

  private static final String OURS = "calltally.";

  private ErrorMessage() {}

  /** Our own exceptions speak for themselves; to all others their deepest cause is added. */
  public static String of(Throwable e) {
    if (e.getClass().getName().startsWith(OURS) || e.getCause() == null) {
      return e.getMessage() == null ? e.toString() : e.getMessage();
    }
    return databaseFailure(e)
        .map(cause -> "database could not be used: " + firstLine(cause))
        .orElseGet(() -> firstLine(e) + ": " + firstLine(deepestCause(e)));
  }

  private static Optional<Throwable> databaseFailure(Throwable e) {
    return causes(e).filter(SQLException.class::isInstance).findFirst();
  }

  private static Throwable deepestCause(Throwable e) {
    return causes(e).reduce(e, (outer, inner) -> inner);
  }

  private static Stream<Throwable> causes(Throwable e) {
    return Stream.iterate(e, Objects::nonNull, Throwable::getCause);
  }

  private static String firstLine(Throwable e) {
    return Optional.ofNullable(e.getMessage())
        .flatMap(message -> message.lines().findFirst())
        .orElseGet(() -> e.getClass().getSimpleName());
  }
}
