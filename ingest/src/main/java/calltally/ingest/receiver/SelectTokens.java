package calltally.ingest.receiver;

import static calltally.sql.jooq.config.Tables.EXCHANGE_SECRET;
import static calltally.sql.jooq.config.Tables.SIGNING_SECRET;
import static calltally.sql.jooq.config.Tables.SOURCE;
import static calltally.sql.jooq.config.Tables.SOURCE_TOKEN;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.select;

import calltally.exchange.Exchanges;
import calltally.exchange.NotificationReader;
import calltally.exchange.Secrets;
import calltally.ingest.journal.Source;
import calltally.sql.settings.TokenDigest;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record1;

/** Selects the tokens of all active sources. */
record SelectTokens(DSLContext sql) {

  private static final Field<List<String>> SIGNING =
      multiset(
              select(SIGNING_SECRET.SECRET)
                  .from(SIGNING_SECRET)
                  .where(SIGNING_SECRET.SOURCE_ID.eq(SOURCE.SOURCE_ID)))
          .convertFrom(rows -> rows.map(Record1::value1));

  private static final Field<Map<String, String>> NAMED =
      multiset(
              select(EXCHANGE_SECRET.NAME, EXCHANGE_SECRET.SECRET)
                  .from(EXCHANGE_SECRET)
                  .where(EXCHANGE_SECRET.SOURCE_ID.eq(SOURCE.SOURCE_ID)))
          .convertFrom(rows -> rows.intoMap(EXCHANGE_SECRET.NAME, EXCHANGE_SECRET.SECRET));

  List<TokenGrant> fetch() {
    return sql.select(
            SOURCE_TOKEN.DIGEST,
            SOURCE.NAME,
            SOURCE.ZONE,
            SOURCE.REGION,
            SOURCE.EXCHANGE,
            SOURCE.ALLOWED_NETWORKS,
            SIGNING,
            NAMED)
        .from(SOURCE_TOKEN)
        .join(SOURCE)
        .on(SOURCE.SOURCE_ID.eq(SOURCE_TOKEN.SOURCE_ID))
        .where(SOURCE.ACTIVE)
        .fetch(SelectTokens::token);
  }

  private static TokenGrant token(Record row) {
    TokenDigest digest = new TokenDigest(HexFormat.of().formatHex(row.get(SOURCE_TOKEN.DIGEST)));
    List<Network> allowed =
        Arrays.stream(row.get(SOURCE.ALLOWED_NETWORKS)).map(Network::parse).toList();
    Secrets secrets = new Secrets(row.get(SIGNING), row.get(NAMED));
    return new TokenGrant(digest, new SourceAccess(source(row), secrets, allowed));
  }

  private static Source source(Record row) {
    NotificationReader reader =
        new NotificationReader(
            Exchanges.require(row.get(SOURCE.EXCHANGE)),
            ZoneId.of(row.get(SOURCE.ZONE)),
            row.get(SOURCE.REGION));
    return new Source(row.get(SOURCE.NAME), reader);
  }
}
