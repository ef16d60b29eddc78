package calltally.sql;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The schema of Calltally, created and upgraded by its migrations. */
public final class Schema {

  private static final Logger LOG = LoggerFactory.getLogger(Schema.class);

  private Schema() {}

  /**
   * Upgrades the database to the newest schema; does nothing when it is up to date.
   *
   * @param owner connections of the role that owns the schema
   * @throws UnreleasedSchema if an unreleased build made the schema
   * @throws SchemaTooNew if a newer program has upgraded it already
   */
  public static void migrate(DataSource owner) {
    if (!SchemaFingerprint.isIn(owner)) {
      apply(owner);
    }
  }

  /** Whether the schema is this program's, and in use. */
  public static boolean isReady(DataSource owner) {
    return SchemaFingerprint.isInWithSources(owner);
  }

  /** Whether the database has a schema with sources; a new one has none. */
  public static boolean isInUse(DataSource owner) {
    return SchemaFingerprint.hasSources(owner);
  }

  /**
   * Checks that the database has this program's schema; changes nothing.
   *
   * @param owner connections of the role that owns the schema
   * @throws UnreleasedSchema if an unreleased build made the schema
   * @throws SchemaTooNew if a newer program has upgraded it already
   * @throws SchemaTooOld if it must be upgraded first
   */
  public static void requireCurrent(DataSource owner) {
    if (!SchemaFingerprint.isIn(owner)) {
      new Migrations(configuration(owner).load().info()).requireUpgradable();
      throw new SchemaTooOld();
    }
  }

  private static void apply(DataSource owner) {
    FluentConfiguration configuration = configuration(owner);
    MigrationInfoService info = configuration.load().info();
    Migrations migrations = new Migrations(info);
    migrations.requireUpgradable();
    int steps = info.pending().length;
    boolean isUpgrade = steps > 0 && info.current() != null;
    if (isUpgrade) {
      LOG.info(
          "Upgrading schema from version {} to {}, steps: {}; do not interrupt it",
          migrations.newestApplied(),
          migrations.newestKnown(),
          steps);
      configuration.callbacks(new MigrationProgress(steps));
    }
    int applied = configuration.load().migrate().migrationsExecuted;
    if (applied > 0) {
      LOG.info("Schema is up to date, migrations applied: {}", applied);
    }
  }

  /** The state of the database's schema; changes nothing. */
  public static SchemaState state(DataSource reader) {
    return new Migrations(configuration(reader).load().info()).state();
  }

  private static FluentConfiguration configuration(DataSource database) {
    return Flyway.configure()
        .loggers(MigrationLog.class.getName())
        .dataSource(database)
        .locations("classpath:calltally/sql/migration")
        .defaultSchema("flyway")
        .placeholders(MigrationPlaceholders.all())
        .failOnMissingLocations(true)
        // More than a hundred small files: a transaction each would take longer than their content.
        .group(true)
        // Compared already, and refused with a more helpful message.
        .validateOnMigrate(false);
  }
}
