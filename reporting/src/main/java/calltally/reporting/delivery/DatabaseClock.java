package calltally.reporting.delivery;

import java.time.Instant;
import java.time.InstantSource;
import javax.sql.DataSource;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** The clock of the database, which is the same for everybody who shares its ledger. */
public record DatabaseClock(DataSource database) implements InstantSource {

  @Override
  public Instant instant() {
    return DSL.using(database, SQLDialect.POSTGRES)
        .select(DSL.function("clock_timestamp", SQLDataType.INSTANT))
        .fetchSingle()
        .value1();
  }
}
