package calltally.sql.settings;

import static calltally.sql.jooq.config.Tables.EXCHANGE_SECRET;
import static calltally.sql.jooq.config.Tables.SIGNING_SECRET;
import static calltally.sql.jooq.config.Tables.SOURCE;
import static calltally.sql.jooq.config.Tables.SOURCE_TOKEN;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toMap;
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
    Map<Integer, Map<String, String>> ofExchange = exchangeSecrets(condition);
    return sql.select(SOURCE.SOURCE_ID, SOURCE.NAME, SOURCE.EXCHANGE, SOURCE.ALLOWED_NETWORKS)
        .from(SOURCE)
        .where(condition)
        .orderBy(SOURCE.SOURCE_ID)
        .fetch(
            row ->
                new SourceAccess(
                    row.value1(),
                    row.value2(),
                    new AccessSettings(
                        row.value3(),
                        tokens.getOrDefault(row.value1(), Set.of()),
                        secrets.getOrDefault(row.value1(), Set.of()),
                        ofExchange.getOrDefault(row.value1(), Map.of()),
                        List.of(row.value4()))));
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

  private Map<Integer, Map<String, String>> exchangeSecrets(Condition condition) {
    return sql.select(EXCHANGE_SECRET.SOURCE_ID, EXCHANGE_SECRET.NAME, EXCHANGE_SECRET.SECRET)
        .from(EXCHANGE_SECRET)
        .join(SOURCE)
        .on(SOURCE.SOURCE_ID.eq(EXCHANGE_SECRET.SOURCE_ID))
        .where(condition)
        .collect(groupingBy(row -> row.value1(), toMap(row -> row.value2(), row -> row.value3())));
  }
}
