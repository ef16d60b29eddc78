package calltally.ingest.journal.rejected;

import static calltally.sql.jooq.config.Tables.SOURCE;
import static calltally.sql.jooq.journal.Tables.REJECTED;
import static org.jooq.impl.DSL.noCondition;

import java.time.Instant;
import java.util.Set;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;

/**
 * Selects requests that are still rejected.
 *
 * @param source name; null for all sources
 * @param since the earliest time of receipt; null for all
 * @param ids empty for all
 */
public record RejectedFilter(@Nullable String source, @Nullable Instant since, Set<Long> ids) {

  public RejectedFilter {
    ids = Set.copyOf(ids);
  }

  Condition condition() {
    return REJECTED
        .REPLAYED_AT
        .isNull()
        .and(source == null ? noCondition() : SOURCE.NAME.eq(source))
        .and(since == null ? noCondition() : REJECTED.RECEIVED_AT.ge(since))
        .and(ids.isEmpty() ? noCondition() : REJECTED.ID.in(ids));
  }
}
