package calltally.sql;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.MigrationVersion;

/** The migrations that a database has had, compared with those that this program knows. */
record Migrations(MigrationInfoService info) {

  SchemaState state() {
    MigrationInfo current = info.current();
    return new SchemaState(
        current == null || current.getVersion() == null ? null : current.getVersion().getVersion(),
        newestKnown(),
        info.pending().length,
        newestUnknown().isPresent(),
        isUnreleased());
  }

  /**
   * Checks that this program can upgrade the database.
   *
   * @throws UnreleasedSchema if an unreleased build made the schema
   * @throws SchemaTooNew if a newer program has upgraded it already
   */
  void requireUpgradable() {
    if (isUnreleased()) {
      throw UnreleasedSchema.ofDatabase();
    }
    Optional<MigrationVersion> found = newestUnknown();
    if (found.isPresent()) {
      throw new SchemaTooNew(newestKnown(), found.get().getVersion());
    }
  }

  String newestApplied() {
    return version(newest(info.applied(), migration -> true));
  }

  String newestKnown() {
    return version(newest(info.all(), migration -> migration.getState().isResolved()));
  }

  private Optional<MigrationVersion> newestUnknown() {
    return newest(info.all(), Migrations::isUnknown);
  }

  private static boolean isUnknown(MigrationInfo migration) {
    return migration.getState() == MigrationState.FUTURE_SUCCESS
        || migration.getState() == MigrationState.FUTURE_FAILED;
  }

  /** Until 1.0 the files of the tables were edited in place. */
  private boolean isUnreleased() {
    return Arrays.stream(info.all())
        .filter(MigrationInfo::isVersioned)
        .anyMatch(migration -> !migration.isChecksumMatching());
  }

  private static Optional<MigrationVersion> newest(
      MigrationInfo[] migrations, Predicate<MigrationInfo> kind) {
    return Arrays.stream(migrations)
        .filter(kind)
        .filter(MigrationInfo::isVersioned)
        .map(MigrationInfo::getVersion)
        .max(MigrationVersion::compareTo);
  }

  private static String version(Optional<MigrationVersion> newest) {
    return newest.map(MigrationVersion::getVersion).orElse("none");
  }
}
