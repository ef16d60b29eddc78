package calltally.sql;

import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.jooq.impl.DSL;

/** The rights that the roles have by the catalogue. */
record ActualGrants(DSLContext sql) {

  private static final String ALL =
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

  /** Rights on the schemas of Calltally, and on what is in them. */
  Set<Grant> all() {
    return sql.resultQuery(ALL, (Object) ExpectedGrants.schemas().toArray(String[]::new))
        .coerce(
            DSL.field("name", String.class),
            DSL.field("role", String.class),
            DSL.field("privilege_type", String.class))
        .fetchSet(Records.mapping(Grant::new));
  }

  /** Roles with rights beyond those on objects: a superuser's, or another role's. */
  List<String> powerfulRoles() {
    return sql.resultQuery(POWERFUL)
        .coerce(DSL.field("rolname", String.class))
        .fetch(row -> row.value1());
  }
}
