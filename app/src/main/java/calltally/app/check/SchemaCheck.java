package calltally.app.check;

import calltally.sql.Schema;
import calltally.sql.SchemaState;
import javax.sql.DataSource;

/** Whether the schema is the one that this program knows. */
record SchemaCheck(DataSource database) {

  private static final String SUBJECT = "schema";

  public CheckResult result() {
    return of(Schema.state(database));
  }

  static CheckResult of(SchemaState state) {
    if (state.isUnreleased()) {
      return CheckResult.failed(
          SUBJECT,
          "made by an unreleased build",
          "calltally export --notifications writes JSON lines that calltally import takes into a new"
              + " database");
    }
    String versions = "version %s, this Calltally has %s".formatted(state.found(), state.newest());
    if (state.isTooNew()) {
      return CheckResult.failed(
          SUBJECT, versions, "use the Calltally that brought it there, or a newer one");
    }
    if (state.found() == null) {
      return CheckResult.warning(
          SUBJECT, "the database has none yet", "calltally serve or calltally import creates it");
    }
    return state.pending() > 0
        ? CheckResult.warning(
            SUBJECT,
            "%s, %d migrations are to come".formatted(versions, state.pending()),
            "calltally serve or calltally refresh brings it up to date")
        : CheckResult.ok(SUBJECT, "version " + state.found() + ", the newest");
  }
}
