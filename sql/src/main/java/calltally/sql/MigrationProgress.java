package calltally.sql;

import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs each step of an upgrade before it runs: some rewrite large tables. */
final class MigrationProgress implements Callback {

  private static final Logger LOG = LoggerFactory.getLogger(Schema.class);

  private final int steps;
  private int step;

  /**
   * Reports on one upgrade.
   *
   * @param steps how many steps it has
   */
  MigrationProgress(int steps) {
    this.steps = steps;
  }

  @Override
  public boolean supports(Event event, Context context) {
    return event == Event.BEFORE_EACH_MIGRATE;
  }

  @Override
  public boolean canHandleInTransaction(Event event, Context context) {
    return true;
  }

  @Override
  public void handle(Event event, Context context) {
    step++;
    LOG.info("Schema, step {} of {}: {}", step, steps, context.getMigrationInfo().getDescription());
  }

  @Override
  public String getCallbackName() {
    return "progress";
  }
}
