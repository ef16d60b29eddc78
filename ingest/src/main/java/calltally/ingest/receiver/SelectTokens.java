package calltally.ingest.receiver;

import static calltally.sql.jooq.config.Tables.SIGNING_SECRET;
import static calltally.sql.jooq.config.Tables.SOURCE;
import static calltally.sql.jooq.config.Tables.SOURCE_TOKEN;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.select;

import calltally.ingest.journal.Source;
import calltally.ingest.notification.NotificationReader;
import calltally.sql.settings.TokenDigest;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;

/** Selects the tokens of all active sources. */
record SelectTokens(DSLContext sql) {

  private static final Field<List<SigningSecret>> SECRETS =
      multiset(
              select(SIGNING_SECRET.SECRET)
                  .from(SIGNING_SECRET)
                  .where(SIGNING_SECRET.SOURCE_ID.eq(SOURCE.SOURCE_ID)))
          .convertFrom(rows -> rows.map(row -> new SigningSecret(row.value1())));

  List<TokenGrant> fetch() {
    return sql.select(
            SOURCE_TOKEN.DIGEST,
            SOURCE.NAME,
            SOURCE.ZONE,
            SOURCE.REGION,
            SOURCE.ALLOWED_NETWORKS,
            SECRETS)
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
    return new TokenGrant(digest, new SourceAccess(source(row), row.get(SECRETS), allowed));
  }

  private static Source source(Record row) {
    NotificationReader reader =
        new NotificationReader(ZoneId.of(row.get(SOURCE.ZONE)), row.get(SOURCE.REGION));
    return new Source(row.get(SOURCE.NAME), reader);
  }
}
