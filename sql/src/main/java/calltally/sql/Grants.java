package calltally.sql;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/** The roles' rights in the catalogue, compared with {@code grants.txt}. */
public final class Grants {

  private static final String ACTUAL =
      """
      with ours as (
          select n.oid, n.nspname, n.nspacl, n.nspowner
          from pg_namespace as n
          where n.nspname = any (?)
      ),
      object as (
          select 'schema ' || o.nspname as name, coalesce(o.nspacl, acldefault('n', o.nspowner)) as acl
          from ours as o
          union all
          select
              case c.relkind when 'v' then 'view ' when 'S' then 'sequence ' else 'table ' end || o.nspname || '.' || c.relname,
              coalesce(c.relacl, acldefault(case c.relkind when 'S' then 's'::"char" else 'r'::"char" end, c.relowner))
          from ours as o
          join pg_class as c on c.relnamespace = o.oid
          where c.relkind in ('r', 'p', 'v', 'm', 'S')
          union all
          select
              'function ' || o.nspname || '.' || p.proname,
              coalesce(p.proacl, acldefault('f', p.proowner))
          from ours as o
          join pg_proc as p on p.pronamespace = o.oid
      )
      select distinct
          o.name,
          coalesce(r.rolname, 'public')::text as role,
          a.privilege_type
      from object as o
      cross join lateral aclexplode(o.acl) as a
      left join pg_roles as r on r.oid = a.grantee
      where a.grantee = 0 or r.rolname in ('calltally_ingest', 'calltally_refresh', 'calltally_report', 'calltally_web', 'analyst')
      """;

  private static final String POWERFUL =
      """
      select r.rolname::text
      from pg_roles as r
      where r.rolname in ('calltally_ingest', 'calltally_refresh', 'calltally_report', 'calltally_web', 'analyst')
          and (r.rolsuper or r.rolcreaterole or r.rolcreatedb or r.rolbypassrls or r.rolreplication
              or exists (select from pg_auth_members as m where m.member = r.oid))
      order by 1
      """;

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
    Set<Grant> actual = actual();
    Set<Grant> expected = ExpectedGrants.all();
    return Stream.of(
            without(actual, expected).map(GrantDeviation::surplus),
            without(expected, actual).map(GrantDeviation::missing),
            powerful().map(GrantDeviation::powerful))
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

  Set<Grant> actual() {
    return sql.resultQuery(ACTUAL, (Object) schemas())
        .coerce(
            DSL.field("name", String.class),
            DSL.field("role", String.class),
            DSL.field("privilege_type", String.class))
        .fetchSet(Records.mapping(Grant::new));
  }

  private static String[] schemas() {
    return ExpectedGrants.schemas().toArray(String[]::new);
  }

  private static Stream<Grant> without(Set<Grant> these, Set<Grant> those) {
    return these.stream()
        .filter(grant -> !those.contains(grant))
        .sorted(Comparator.comparing(Grant::role).thenComparing(Grant::toString));
  }

  private Stream<String> powerful() {
    return sql
        .resultQuery(POWERFUL)
        .coerce(DSL.field("rolname", String.class))
        .fetch(row -> row.value1())
        .stream();
  }
}
