package calltally.sql.settings;

import static calltally.sql.jooq.calls.Tables.CALL;
import static calltally.sql.jooq.calls.Tables.MARKED_CALL;
import static org.jooq.impl.DSL.select;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;

/** Marks calls of lines whose own working hours changed as stale. */
record MarkLinesStale(
    DSLContext sql, int sourceId, Map<String, Set<Shift>> before, Map<String, Set<Shift>> after) {

  /** Returns how many calls. */
  int run() {
    Set<String> changed =
        Stream.concat(before.keySet().stream(), after.keySet().stream())
            .filter(line -> !Objects.equals(before.get(line), after.get(line)))
            .collect(Collectors.toSet());
    return changed.isEmpty() ? 0 : mark(changed);
  }

  private int mark(Set<String> lines) {
    return sql.insertInto(MARKED_CALL, MARKED_CALL.SOURCE_ID, MARKED_CALL.PBX_ID)
        .select(
            select(CALL.SOURCE_ID, CALL.PBX_ID)
                .from(CALL)
                .where(CALL.SOURCE_ID.eq(sourceId))
                .and(CALL.LINE.in(lines)))
        .onConflictDoNothing()
        .execute();
  }
}
