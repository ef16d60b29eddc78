package calltally.sql;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The schema of Calltally as its migrations make it. */
public final class Schema {

  private static final Logger LOG = LoggerFactory.getLogger(Schema.class);

  private Schema() {}

  /**
   * Brings the database up to the newest schema; nothing happens when it is there already.
   *
   * @param owner connections of the role that owns the schema
   * @throws UnreleasedSchema if an unreleased build has made it
   * @throws SchemaTooNew if a newer program has been there before
   */
  public static void migrate(DataSource owner) {
    FluentConfiguration configuration = configuration(owner);
    MigrationInfoService info = configuration.load().info();
    requireReleased(info.all());
    requireKnown(info.all());
    int steps = info.pending().length;
    boolean isUpgrade = steps > 0 && info.current() != null;
    if (isUpgrade) {
      LOG.info(
          "Schema is brought from version {} to {} in {} steps; do not interrupt it",
          newest(info.applied(), migration -> true)
              .map(MigrationVersion::getVersion)
              .orElse("none"),
          newestKnown(info.all()),
          steps);
      configuration.callbacks(new MigrationProgress(steps));
    }
    int applied = configuration.load().migrate().migrationsExecuted;
    if (applied > 0) {
      LOG.info("Schema brought up to date by {} migrations", applied);
    }
  }

  /** How the schema of the database stands; changes nothing. */
  public static SchemaState state(DataSource reader) {
    MigrationInfoService info = configuration(reader).load().info();
    Optional<MigrationVersion> tooNew = newest(info.all(), Schema::isUnknown);
    MigrationInfo current = info.current();
    return new SchemaState(
        current == null || current.getVersion() == null ? null : current.getVersion().getVersion(),
        newestKnown(info.all()),
        info.pending().length,
        tooNew.isPresent(),
        isUnreleased(info.all()));
  }

  private static FluentConfiguration configuration(DataSource database) {
    return Flyway.configure()
        .loggers(MigrationLog.class.getName())
        .dataSource(database)
        .locations("classpath:calltally/sql/migration")
        .defaultSchema("flyway")
        .placeholders(MigrationPlaceholders.all())
        .failOnMissingLocations(true)
        // More than a hundred small files: a transaction for each takes longer than what is in
        // them.
        .group(true)
        // Compared already, and refused with a sentence that helps.
        .validateOnMigrate(false);
  }

  private static void requireReleased(MigrationInfo[] migrations) {
    if (isUnreleased(migrations)) {
      throw new UnreleasedSchema("database");
    }
  }

  /** Until 1.0 the files of the tables were edited in place. */
  private static boolean isUnreleased(MigrationInfo[] migrations) {
    return Arrays.stream(migrations)
        .filter(MigrationInfo::isVersioned)
        .anyMatch(migration -> !migration.isChecksumMatching());
  }

  private static void requireKnown(MigrationInfo[] migrations) {
    Optional<MigrationVersion> found = newest(migrations, Schema::isUnknown);
    if (found.isPresent()) {
      throw new SchemaTooNew(newestKnown(migrations), found.get().getVersion());
    }
  }

  private static String newestKnown(MigrationInfo[] migrations) {
    return newest(migrations, migration -> migration.getState().isResolved())
        .map(MigrationVersion::getVersion)
        .orElse("none");
  }

  private static boolean isUnknown(MigrationInfo migration) {
    return migration.getState() == MigrationState.FUTURE_SUCCESS
        || migration.getState() == MigrationState.FUTURE_FAILED;
  }

  private static Optional<MigrationVersion> newest(
      MigrationInfo[] migrations, Predicate<MigrationInfo> kind) {
    return Arrays.stream(migrations)
        .filter(kind)
        .filter(MigrationInfo::isVersioned)
        .map(MigrationInfo::getVersion)
        .max(MigrationVersion::compareTo);
  }
}
