package calltally.sql;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** The schema of Calltally as its migrations make it. */
public final class Schema {

  private Schema() {}

  /**
   * Brings the database up to the newest schema; nothing happens when it is there already.
   *
   * @param owner connections of the role that owns the schema
   */
  public static void migrate(DataSource owner) {
    Flyway.configure()
        .dataSource(owner)
        .locations("classpath:calltally/sql/migration")
        .defaultSchema("flyway")
        .failOnMissingLocations(true)
        .load()
        .migrate();
  }
}
