package calltally.web.calls;

import static calltally.sql.jooq.analytics.Tables.ATTEMPT;

import java.util.List;
import org.jooq.DSLContext;

/** The rings of a call, by time. */
record SelectRings(String source, String call) {

  List<Ring> run(DSLContext sql) {
    return sql.selectFrom(ATTEMPT)
        .where(ATTEMPT.SOURCE.eq(source))
        .and(ATTEMPT.PBX_ID.eq(call))
        .orderBy(ATTEMPT.ATTEMPT_NO)
        .fetch(
            row ->
                new Ring(
                    row.getManager(),
                    row.getStartedAt(),
                    row.getOutcome(),
                    CallFields.seconds(row.getRingSeconds()),
                    CallFields.seconds(row.getTalkSeconds()),
                    row.getBusyInCall()));
  }
}
