package calltally.reporting.call;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Distinguishes the failure of one call from a failure of everything. */
final class CallFailure {

  /** Of SQLSTATE: values, constraints, the limits of a row, and errors within PostgreSQL. */
  private static final Set<String> CLASSES_OF_A_CALL = Set.of("21", "22", "23", "54", "XX");

  private CallFailure() {}

  /**
   * Whether the call's own notifications may be the reason. A database that is away, full, read
   * only or out of date is none.
   */
  static boolean isOfTheCall(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof OutOfMemoryError) {
        return false;
      }
      if (cause instanceof SQLException refused) {
        return isOfTheCall(refused.getSQLState());
      }
    }
    return true;
  }

  /** What failed and where, without any message, because messages quote what was received. */
  static String summary(Throwable failure) {
    Throwable deepest = failure;
    while (deepest.getCause() != null) {
      deepest = deepest.getCause();
    }
    String what = deepest.getClass().getName();
    return Arrays.stream(deepest.getStackTrace())
        .filter(frame -> frame.getClassName().startsWith("calltally."))
        .findFirst()
        .map(frame -> state(what, failure) + " at " + frame)
        .orElse(state(what, failure));
  }

  private static String state(String what, Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException refused) {
        return what + " " + refused.getSQLState();
      }
    }
    return what;
  }

  private static boolean isOfTheCall(@Nullable String state) {
    return state != null && state.length() > 2 && CLASSES_OF_A_CALL.contains(state.substring(0, 2));
  }
}
