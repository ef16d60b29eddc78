package calltally.sql.settings;

import static calltally.sql.jooq.config.Tables.SIGNING_SECRET;
import static calltally.sql.jooq.config.Tables.SOURCE;
import static calltally.sql.jooq.config.Tables.SOURCE_TOKEN;

import calltally.sql.jooq.config.tables.records.SourceRecord;
import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;

/** Reads which requests the active sources accept. */
record SelectAccess(DSLContext sql) {

  List<SourceAccess> run() {
    return sql.selectFrom(SOURCE)
        .where(SOURCE.ACTIVE)
        .orderBy(SOURCE.SOURCE_ID)
        .fetch(source -> new SourceAccess(source.getSourceId(), source.getName(), of(sql, source)));
  }

  static AccessSettings of(DSLContext sql, SourceRecord source) {
    int sourceId = source.getSourceId();
    return new AccessSettings(
        tokens(sql, sourceId), secrets(sql, sourceId), List.of(source.getAllowedNetworks()));
  }

  private static Set<TokenDigest> tokens(DSLContext sql, int sourceId) {
    return sql.select(SOURCE_TOKEN.DIGEST)
        .from(SOURCE_TOKEN)
        .where(SOURCE_TOKEN.SOURCE_ID.eq(sourceId))
        .fetchSet(row -> TokenDigest.of(row.value1()));
  }

  private static Set<String> secrets(DSLContext sql, int sourceId) {
    return sql.select(SIGNING_SECRET.SECRET)
        .from(SIGNING_SECRET)
        .where(SIGNING_SECRET.SOURCE_ID.eq(sourceId))
        .fetchSet(SIGNING_SECRET.SECRET);
  }
}
