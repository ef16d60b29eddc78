package calltally.sql.retention;

import java.util.function.LongSupplier;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;

/** Steps that each run even if earlier ones have failed. */
final class IndependentSteps {

  private @Nullable DataAccessException failure;

  /** The number of rows that the step has handled; 0 when it failed. */
  long run(LongSupplier step) {
    try {
      return step.getAsLong();
    } catch (DataAccessException e) {
      if (failure == null) {
        failure = e;
      } else {
        failure.addSuppressed(e);
      }
      return 0;
    }
  }

  /**
   * Returns if all steps succeeded.
   *
   * @throws DataAccessException the first failure
   */
  void end() {
    if (failure != null) {
      throw failure;
    }
  }
}
