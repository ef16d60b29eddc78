package calltally.reporting.handover;

import static calltally.sql.jooq.ledger.Tables.CALLER_MESSAGE;
import static calltally.sql.jooq.ledger.Tables.CALLER_NOTICE;
import static org.jooq.impl.DSL.select;

import java.time.Instant;
import java.util.List;
import org.jooq.DSLContext;

/** The channels that have something to be notified now. */
record SelectChannels(Instant now) {

  List<String> run(DSLContext sql) {
    return sql.select(CALLER_NOTICE.CHANNEL)
        .from(CALLER_NOTICE)
        .where(CALLER_NOTICE.MESSAGE_ID.isNull())
        .union(
            select(CALLER_MESSAGE.CHANNEL)
                .from(CALLER_MESSAGE)
                .where(CALLER_MESSAGE.NEXT_ATTEMPT_AT.le(now)))
        .fetch(row -> row.value1());
  }
}
