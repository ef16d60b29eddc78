package calltally.sql.retention;

import java.util.function.LongSupplier;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;

/** Steps that each do what they can, whatever became of those before. */
final class IndependentSteps {

  private @Nullable DataAccessException failure;

  /** What the step has disposed of; 0 when it failed. */
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
   * Returns when all went well.
   *
   * @throws DataAccessException the first failure
   */
  void end() {
    if (failure != null) {
      throw failure;
    }
  }
}
