package calltally.app.demo;

import calltally.sql.jooq.DefaultCatalog;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.Schema;
import org.jooq.impl.DSL;

/** Empties the demonstration's database for the next run. */
record ClearDatabase(DataSource owner) {

  private static final String MIGRATIONS = "flyway";
  private static final String EXTENSIONS = "public";

  /** Drops all schemas of Calltally. */
  public void empty() {
    DSL.using(owner, SQLDialect.POSTGRES).transaction(transaction -> empty(transaction.dsl()));
  }

  private static void empty(DSLContext sql) {
    Stream.concat(
            DefaultCatalog.DEFAULT_CATALOG.schemaStream().map(Schema::getName),
            Stream.of(MIGRATIONS, EXTENSIONS))
        .forEach(schema -> sql.dropSchemaIfExists(DSL.name(schema)).cascade().execute());
    sql.createSchema(EXTENSIONS).execute();
  }
}
