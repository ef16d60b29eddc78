package calltally.sql.settings;

import static calltally.sql.jooq.config.Tables.SIGNING_SECRET;
import static calltally.sql.jooq.config.Tables.SOURCE;
import static calltally.sql.jooq.config.Tables.SOURCE_TOKEN;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;

/** Reads which requests sources accept. */
record SelectAccess(DSLContext sql) {

  /** All active sources. */
  List<SourceAccess> run() {
    return where(SOURCE.ACTIVE.isTrue());
  }

  /** One source, active or not. */
  AccessSettings of(int sourceId) {
    return where(SOURCE.SOURCE_ID.eq(sourceId)).get(0).access();
  }

  private List<SourceAccess> where(Condition condition) {
    Map<Integer, Set<TokenDigest>> tokens = tokens(condition);
    Map<Integer, Set<String>> secrets = secrets(condition);
    return sql.select(SOURCE.SOURCE_ID, SOURCE.NAME, SOURCE.ALLOWED_NETWORKS)
        .from(SOURCE)
        .where(condition)
        .orderBy(SOURCE.SOURCE_ID)
        .fetch(
            row ->
                new SourceAccess(
                    row.value1(),
                    row.value2(),
                    new AccessSettings(
                        tokens.getOrDefault(row.value1(), Set.of()),
                        secrets.getOrDefault(row.value1(), Set.of()),
                        List.of(row.value3()))));
  }

  private Map<Integer, Set<TokenDigest>> tokens(Condition condition) {
    return sql.select(SOURCE_TOKEN.SOURCE_ID, SOURCE_TOKEN.DIGEST)
        .from(SOURCE_TOKEN)
        .join(SOURCE)
        .on(SOURCE.SOURCE_ID.eq(SOURCE_TOKEN.SOURCE_ID))
        .where(condition)
        .collect(
            groupingBy(row -> row.value1(), mapping(row -> TokenDigest.of(row.value2()), toSet())));
  }

  private Map<Integer, Set<String>> secrets(Condition condition) {
    return sql.select(SIGNING_SECRET.SOURCE_ID, SIGNING_SECRET.SECRET)
        .from(SIGNING_SECRET)
        .join(SOURCE)
        .on(SOURCE.SOURCE_ID.eq(SIGNING_SECRET.SOURCE_ID))
        .where(condition)
        .collect(groupingBy(row -> row.value1(), mapping(row -> row.value2(), toSet())));
  }
}
