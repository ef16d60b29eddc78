package calltally.reporting.report.query;

import static calltally.sql.jooq.analytics.Tables.ATTEMPT;
import static org.jooq.impl.DSL.any;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jooq.DSLContext;

/** The managers whose phones rang in each call, each once, in the order of rings. */
record SelectManagersRung(String source, Collection<String> pbxIds) {

  Map<String, List<String>> run(DSLContext sql) {
    Map<String, LinkedHashSet<String>> rung =
        sql
            .select(ATTEMPT.PBX_ID, ATTEMPT.MANAGER)
            .from(ATTEMPT)
            .where(ATTEMPT.SOURCE.eq(source))
            .and(ATTEMPT.PBX_ID.eq(any(pbxIds.toArray(String[]::new))))
            .and(ATTEMPT.MANAGER.isNotNull())
            .orderBy(ATTEMPT.PBX_ID, ATTEMPT.ATTEMPT_NO)
            .stream()
            .collect(
                Collectors.groupingBy(
                    row -> row.value1(),
                    Collectors.mapping(
                        row -> row.value2(), Collectors.toCollection(LinkedHashSet::new))));
    return rung.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> new ArrayList<>(entry.getValue())));
  }
}
