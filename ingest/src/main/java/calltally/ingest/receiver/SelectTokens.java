package calltally.ingest.receiver;

import static calltally.sql.jooq.config.Tables.SOURCE;
import static calltally.sql.jooq.config.Tables.SOURCE_TOKEN;

import calltally.ingest.journal.Source;
import calltally.ingest.notification.NotificationReader;
import calltally.sql.source.TokenDigest;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Record5;

/** The tokens of all active sources. */
record SelectTokens(DSLContext sql) {

  List<Token> fetch() {
    return sql.select(
            SOURCE_TOKEN.DIGEST, SOURCE.SOURCE_ID, SOURCE.NAME, SOURCE.ZONE, SOURCE.REGION)
        .from(SOURCE_TOKEN)
        .join(SOURCE)
        .on(SOURCE.SOURCE_ID.eq(SOURCE_TOKEN.SOURCE_ID))
        .where(SOURCE.ACTIVE)
        .fetch(SelectTokens::token);
  }

  private static Token token(Record5<byte[], Integer, String, String, String> row) {
    TokenDigest digest = new TokenDigest(HexFormat.of().formatHex(row.value1()));
    NotificationReader reader = new NotificationReader(ZoneId.of(row.value4()), row.value5());
    return new Token(digest, new Source(row.value2(), row.value3(), reader));
  }
}
