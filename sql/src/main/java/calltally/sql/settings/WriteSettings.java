package calltally.sql.settings;

import static calltally.sql.jooq.config.Tables.EXCHANGE_SECRET;
import static calltally.sql.jooq.config.Tables.RETENTION;
import static calltally.sql.jooq.config.Tables.SIGNING_SECRET;
import static calltally.sql.jooq.config.Tables.SOURCE;
import static calltally.sql.jooq.config.Tables.SOURCE_TOKEN;

import calltally.sql.jooq.config.tables.records.ExchangeSecretRecord;
import calltally.sql.jooq.config.tables.records.RetentionRecord;
import calltally.sql.jooq.config.tables.records.SigningSecretRecord;
import calltally.sql.jooq.config.tables.records.SourceRecord;
import calltally.sql.jooq.config.tables.records.SourceTokenRecord;
import java.time.Period;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.TableRecord;
import org.jooq.types.YearToSecond;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Replaces the settings of a source, except its directory; returns its source_id. */
record WriteSettings(DSLContext sql, SourceSettings wanted) {

  private static final Logger LOG = LoggerFactory.getLogger(WriteSettings.class);

  int run() {
    int sourceId = source();
    tokens(sourceId);
    secrets(sourceId, wanted.admission().secrets());
    exchangeSecrets(sourceId, wanted.admission().exchangeSecrets());
    new WriteWorkingHours(sourceId, wanted.workingHours()).run(sql);
    retention(sourceId);
    new WriteCallbackRules(sourceId, wanted.callbacks()).run(sql);
    return sourceId;
  }

  private int source() {
    SourceRecord row = new SourceRecord();
    row.setName(wanted.name());
    row.setZone(wanted.zone().getId());
    row.setRegion(wanted.region());
    row.setExchange(wanted.admission().exchange());
    row.setActive(true);
    row.setAllowedNetworks(wanted.admission().networks().toArray(String[]::new));
    row.setAnswerRateTarget(wanted.targets().answerRate());
    row.setServiceLevelTarget(wanted.targets().serviceLevel());
    row.setServiceLevelThreshold(YearToSecond.valueOf(wanted.thresholds().serviceLevel()));
    row.setShortCallLimit(YearToSecond.valueOf(wanted.thresholds().shortCall()));
    row.setFairRing(YearToSecond.valueOf(wanted.thresholds().fairRing()));
    row.setLeastContact(YearToSecond.valueOf(wanted.thresholds().leastContact()));
    row.setCallbackWindow(YearToSecond.valueOf(wanted.thresholds().callbackWindow()));
    row.setRecordingHosts(wanted.recordingHosts().stream().sorted().toArray(String[]::new));
    return sql.insertInto(SOURCE)
        .set(row)
        .onConflict(SOURCE.NAME)
        .doUpdate()
        .set(row)
        .returning(SOURCE.SOURCE_ID)
        .fetchSingle(SOURCE.SOURCE_ID);
  }

  private void retention(int sourceId) {
    Retention kept = wanted.retention();
    sql.deleteFrom(RETENTION).where(RETENTION.SOURCE_ID.eq(sourceId)).execute();
    if (!kept.isForEver()) {
      sql.executeInsert(
          new RetentionRecord(
              sourceId,
              months(kept.notifications()),
              months(kept.calls()),
              months(kept.recordings()),
              kept.customerNumbers() == null
                  ? null
                  : Math.toIntExact(kept.customerNumbers().toDays()),
              months(kept.reports()),
              months(kept.pageAccess())));
    }
  }

  private static @Nullable Integer months(@Nullable Period period) {
    return period == null ? null : Math.toIntExact(period.toTotalMonths());
  }

  private void tokens(int sourceId) {
    sql.deleteFrom(SOURCE_TOKEN).where(SOURCE_TOKEN.SOURCE_ID.eq(sourceId)).execute();
    insert(wanted.admission().tokens(), token -> new SourceTokenRecord(sourceId, token.bytes()));
  }

  private void secrets(int sourceId, @Nullable Set<String> secrets) {
    if (secrets == null) {
      return;
    }
    int before =
        sql.deleteFrom(SIGNING_SECRET).where(SIGNING_SECRET.SOURCE_ID.eq(sourceId)).execute();
    insert(secrets, secret -> new SigningSecretRecord(sourceId, secret));
    if (before > 0 && secrets.isEmpty()) {
      LOG.warn("source {}: it has no secrets any more, requests need no signature", wanted.name());
    }
  }

  private void exchangeSecrets(int sourceId, @Nullable Map<String, String> secrets) {
    if (secrets != null) {
      sql.deleteFrom(EXCHANGE_SECRET).where(EXCHANGE_SECRET.SOURCE_ID.eq(sourceId)).execute();
      insert(
          secrets.entrySet(),
          secret -> new ExchangeSecretRecord(sourceId, secret.getKey(), secret.getValue()));
    }
  }

  private <T> void insert(Collection<T> values, Function<T, TableRecord<?>> row) {
    sql.batchInsert(values.stream().<TableRecord<?>>map(row).toList()).execute();
  }
}
