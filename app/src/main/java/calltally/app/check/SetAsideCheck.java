package calltally.app.check;

import static calltally.sql.jooq.calls.Tables.SET_ASIDE_CALL;
import static calltally.sql.jooq.config.Tables.SOURCE;

import calltally.app.terminal.Message;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/** Calls that are in no figure because they could not be derived. */
record SetAsideCheck(DataSource database) {

  private static final int NAMED = 3;

  /** Empty when there are none. */
  public Optional<CheckResult> result() {
    List<String> calls =
        DSL.using(database, SQLDialect.POSTGRES)
            .select(SOURCE.NAME, SET_ASIDE_CALL.PBX_ID)
            .from(SET_ASIDE_CALL)
            .join(SOURCE)
            .using(SOURCE.SOURCE_ID)
            .orderBy(SOURCE.NAME, SET_ASIDE_CALL.PBX_ID)
            .fetch(row -> row.value1() + " " + row.value2());
    return calls.isEmpty() ? Optional.empty() : Optional.of(of(calls));
  }

  private static CheckResult of(List<String> calls) {
    String named = String.join(", ", calls.subList(0, Math.min(NAMED, calls.size())));
    return CheckResult.failed(
        CheckSubject.REFRESH,
        Message.counted(
            "check.set_aside.some", calls.size(), calls.size() > NAMED ? named + ", …" : named),
        Message.of("check.set_aside.advice"));
  }
}
