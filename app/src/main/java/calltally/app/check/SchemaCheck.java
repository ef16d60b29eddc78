package calltally.app.check;

import calltally.app.terminal.Message;
import calltally.sql.Schema;
import calltally.sql.SchemaState;
import javax.sql.DataSource;

/** Whether the schema is the one this program knows. */
record SchemaCheck(DataSource database) {

  private static final CheckSubject SUBJECT = CheckSubject.SCHEMA;

  public CheckResult result() {
    return of(Schema.state(database));
  }

  static CheckResult of(SchemaState state) {
    if (state.isUnreleased()) {
      return CheckResult.failed(
          SUBJECT,
          Message.of("check.schema.unreleased"),
          Message.of("check.schema.unreleased.advice"));
    }
    if (state.found() == null) {
      return CheckResult.warning(
          SUBJECT, Message.of("check.schema.none"), Message.of("check.created"));
    }
    if (state.isTooNew()) {
      return CheckResult.failed(
          SUBJECT,
          Message.of("check.schema.too_new", state.found(), state.newest()),
          Message.of("check.schema.too_new.advice"));
    }
    return state.pending() > 0
        ? CheckResult.warning(
            SUBJECT,
            Message.counted("check.schema.pending", state.pending(), state.found(), state.newest()),
            Message.of("check.schema.pending.advice"))
        : CheckResult.ok(SUBJECT, Message.of("check.schema.ok", state.found()));
  }
}
