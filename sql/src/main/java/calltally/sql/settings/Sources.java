package calltally.sql.settings;

import static calltally.sql.jooq.config.Tables.EXCHANGE_SECRET;
import static calltally.sql.jooq.config.Tables.SIGNING_SECRET;
import static calltally.sql.jooq.config.Tables.SOURCE;
import static calltally.sql.jooq.config.Tables.SOURCE_TOKEN;
import static java.util.stream.Collectors.toSet;
import static org.jooq.impl.DSL.select;

import calltally.sql.LocalizedException;
import calltally.sql.RefreshLock;
import calltally.sql.jooq.config.Routines;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.Records;
import org.jooq.SQLDialect;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The sources of a database. */
public final class Sources {

  private static final Logger LOG = LoggerFactory.getLogger(Sources.class);

  private final DSLContext sql;

  /**
   * Opens the sources of a database.
   *
   * @param owner connections of the role that owns the schema
   */
  public Sources(DataSource owner) {
    sql = DSL.using(owner, SQLDialect.POSTGRES);
  }

  /** All sources, inactive ones included, the oldest first. */
  public List<SourceRow> list() {
    return sql.select(
            SOURCE.SOURCE_ID,
            SOURCE.NAME,
            SOURCE.ZONE.convertFrom(ZoneId::of),
            SOURCE.REGION,
            SOURCE.ACTIVE)
        .from(SOURCE)
        .orderBy(SOURCE.SOURCE_ID)
        .fetch(Records.mapping(SourceRow::new));
  }

  /**
   * Stores all settings or none: sources that are not among them become inactive, and what was
   * derived under other settings is marked as stale.
   */
  public void replace(List<SourceSettings> settings) {
    // A start must not wait for a rebuild when nothing changes.
    if (!areStored(settings)) {
      sql.transaction(transaction -> replace(transaction.dsl(), settings));
    }
  }

  private static void replace(DSLContext sql, List<SourceSettings> settings) {
    // A concurrent refresh would derive calls from settings that are about to be replaced.
    RefreshLock.await(sql);
    settings.forEach(wanted -> apply(sql, wanted));
    retireAllBut(sql, settings.stream().map(SourceSettings::name).toList());
    Routines.setAnalystsZone(sql.configuration());
  }

  /** Whether these sources are active and no others, with exactly these settings. */
  public boolean areStored(List<SourceSettings> settings) {
    // Each statement outside a transaction would log in again.
    return sql.transactionResult(transaction -> areStored(transaction.dsl(), settings));
  }

  private static boolean areStored(DSLContext sql, List<SourceSettings> settings) {
    Set<String> active =
        sql.select(SOURCE.NAME).from(SOURCE).where(SOURCE.ACTIVE).fetchSet(SOURCE.NAME);
    return active.equals(settings.stream().map(SourceSettings::name).collect(toSet()))
        && settings.stream()
            .allMatch(
                wanted ->
                    new SelectSettings(sql, wanted.name())
                        .fetch()
                        .filter(wanted::equalsStored)
                        .isPresent());
  }

  /**
   * Adds a source.
   *
   * @throws LocalizedException when an active source has its name
   */
  public void add(SourceSettings settings) {
    sql.transaction(
        transaction -> {
          DSLContext inside = transaction.dsl();
          RefreshLock.await(inside);
          if (inside.fetchExists(SOURCE, SOURCE.NAME.eq(settings.name()).and(SOURCE.ACTIVE))) {
            throw new RefusedSource("source.exists", settings.name());
          }
          apply(inside, settings);
          Routines.setAnalystsZone(transaction);
        });
  }

  private static void apply(DSLContext sql, SourceSettings wanted) {
    long calls = new ReplaceSettings(sql, wanted).run();
    if (calls > 0) {
      LOG.info("source {}: settings changed, calls to derive again: {}", wanted.name(), calls);
    }
  }

  private static void retireAllBut(DSLContext sql, List<String> names) {
    sql.update(SOURCE)
        .set(SOURCE.ACTIVE, false)
        .where(SOURCE.NAME.notIn(names))
        .and(SOURCE.ACTIVE)
        .execute();
    Select<Record1<Integer>> retired =
        select(SOURCE.SOURCE_ID).from(SOURCE).where(SOURCE.ACTIVE.isFalse());
    sql.deleteFrom(SOURCE_TOKEN).where(SOURCE_TOKEN.SOURCE_ID.in(retired)).execute();
    sql.deleteFrom(SIGNING_SECRET).where(SIGNING_SECRET.SOURCE_ID.in(retired)).execute();
    sql.deleteFrom(EXCHANGE_SECRET).where(EXCHANGE_SECRET.SOURCE_ID.in(retired)).execute();
  }
}
