package calltally.sql;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/** The roles' rights in the catalogue, compared with {@code grants.txt}. */
public final class Grants {

  private static final String OPEN_DATABASES =
      """
      select d.datname::text
      from pg_database as d
      join pg_roles as r on r.rolname = 'analyst' and r.rolcanlogin
      where d.datname <> current_database()
          and d.datallowconn
          and has_database_privilege(r.oid, d.oid, 'connect')
      order by d.datname
      """;

  private static final String OPEN_FUNCTIONS =
      """
      select p.oid::regprocedure::text
      from pg_proc as p
      where p.pronamespace = 'pg_catalog'::regnamespace
          and p.proname ~ '^(pg_current_xact_id.*|txid_current.*|pg_logical_emit_message)$'
          and has_function_privilege('analyst', p.oid, 'execute')
      order by 1
      """;

  private final DSLContext sql;

  /**
   * Reads the rights of one database.
   *
   * @param database connections of any role: the catalogue is open to all
   */
  public Grants(DataSource database) {
    sql = DSL.using(database, SQLDialect.POSTGRES);
  }

  /** Missing and excessive rights; empty when all is well. */
  public List<GrantDeviation> deviations() {
    ActualGrants catalogue = new ActualGrants(sql);
    Set<Grant> actual = catalogue.all();
    Set<Grant> expected = ExpectedGrants.all();
    return Stream.of(
            without(actual, expected).map(GrantDeviation::surplus),
            without(expected, actual).map(GrantDeviation::missing),
            catalogue.powerfulRoles().stream().map(GrantDeviation::powerful))
        .flatMap(deviations -> deviations)
        .toList();
  }

  /**
   * Other databases of the server that the role analyst may connect to; empty when it cannot log
   * in. They are not Calltally's: their owner decides.
   */
  public List<String> databasesOpenToAnalyst() {
    return sql.resultQuery(OPEN_DATABASES)
        .coerce(DSL.field("datname", String.class))
        .fetch(row -> row.value1());
  }

  /**
   * Functions that give the role analyst a transaction number, by which it can hold back all
   * figures; only a superuser can revoke them.
   */
  public List<String> functionsThatHoldBackFigures() {
    return sql.resultQuery(OPEN_FUNCTIONS)
        .coerce(DSL.field("oid", String.class))
        .fetch(row -> row.value1());
  }

  private static Stream<Grant> without(Set<Grant> these, Set<Grant> those) {
    return these.stream()
        .filter(grant -> !those.contains(grant))
        .sorted(Comparator.comparing(Grant::role).thenComparing(Grant::toString));
  }
}
