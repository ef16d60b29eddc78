package calltally.app.database;

import calltally.sql.DatabaseAddress;
import calltally.sql.DatabaseRole;
import calltally.sql.Schema;
import calltally.sql.UnreleasedSchema;
import calltally.sql.settings.LeasedSources;
import calltally.sql.settings.RefreshSlices;
import calltally.sql.settings.SourceLease;
import calltally.sql.settings.Sources;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings a database to the state that a program needs; one program at a time. */
record DatabasePreparation(CallDatabase database, ResolvedSettings settings) {

  private static final Logger LOG = LoggerFactory.getLogger(DatabasePreparation.class);

  /** For a program that changes no settings; a new database gets them all the same. */
  void migrate() {
    PreparationLock.run(
        database.owner(),
        () -> {
          migrateSchema();
          if (new Sources(database.owner()).list().isEmpty()) {
            apply();
          } else if (database.isEmbedded()) {
            database.rolePasswords().apply(database);
          }
        });
  }

  /** For a program that writes into the configured sources. */
  void applyUnlessServed() {
    PreparationLock.run(
        database.owner(),
        () -> {
          migrateSchema();
          if (new LeasedSources(database.owner()).areNone()) {
            apply();
          } else if (!sources().areApplied(database.owner())) {
            LOG.warn(
                "the configured sources were not applied, because a service is running with others:"
                    + " restart it with this configuration");
          }
        });
  }

  /** For a service; another one may take the same sources. */
  SourceLease serve(boolean replacesSources) {
    SourceLease lease =
        new SourceLease(database.withKeepalive(DatabaseRole.INGEST), sources().served());
    PreparationLock.run(
        database.owner(),
        () -> {
          migrateSchema();
          if (!replacesSources) {
            sources().requireUnleased(database.owner());
          }
          apply();
          new RefreshSlices(database.owner()).set(settings.configuration().refresh().slices());
          lease.renew();
        });
    return lease;
  }

  /** For a program that only reads; a new database gets its schema and settings all the same. */
  void read() {
    if (Schema.isReady(database.owner())) {
      return;
    }
    if (Schema.isInUse(database.owner())) {
      withSchema(() -> Schema.requireCurrent(database.owner()));
    } else {
      migrate();
    }
  }

  private void migrateSchema() {
    withSchema(() -> Schema.migrate(database.migrator()));
  }

  /** Names the place of a schema that an unreleased build made. */
  private void withSchema(Runnable work) {
    try {
      work.run();
    } catch (UnreleasedSchema e) {
      DatabaseAddress external = settings.external();
      throw external == null
          ? UnreleasedSchema.in(settings.configuration().data().path())
          : UnreleasedSchema.at(external);
    }
  }

  private void apply() {
    database.rolePasswords().apply(database);
    sources().apply(database.owner());
  }

  private ConfiguredSources sources() {
    return new ConfiguredSources(settings);
  }
}
