package calltally.sql;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/**
 * Setup of a PostgreSQL server and one of its databases, as a user sees it.
 *
 * @param freeConnections connections that this user could open, the querying one counted as free
 * @param isReadOnly whether new transactions must not write
 * @param missingRoles roles of Calltally that do not exist or that the user may not assume
 */
public record ServerState(
    String user,
    String encoding,
    int freeConnections,
    boolean isStandby,
    boolean isReadOnly,
    boolean canCreateSchemas,
    boolean canCreateRoles,
    List<String> missingRoles) {

  private static final String QUESTION =
      """
      select
          current_user::text as name,
          getdatabaseencoding()::text as encoding,
          current_setting('max_connections')::integer
              - current_setting('superuser_reserved_connections')::integer
              - (select count(*) from pg_stat_activity as a where a.backend_type = 'client backend')::integer
              + 1 as free_connections,
          pg_is_in_recovery() as is_standby,
          -- The connection itself may have been set to read only.
          (select s.reset_val = 'on' from pg_settings as s where s.name = 'default_transaction_read_only') as is_read_only,
          has_database_privilege(current_database(), 'create') as can_create_schemas,
          (select r.rolcreaterole or r.rolsuper from pg_roles as r where r.rolname = current_user) as can_create_roles,
          array(
              select e.name
              from unnest(?::text[]) as e (name)
              left join pg_roles as r on r.rolname = e.name
              where r.oid is null or not pg_has_role(r.oid, 'member')
              order by e.name) as missing_roles
      """;

  public ServerState {
    missingRoles = List.copyOf(missingRoles);
  }

  /** The state that the user of these connections sees; changes nothing. */
  public static ServerState of(DataSource database) {
    String[] roles =
        Stream.of(DatabaseRole.values()).map(DatabaseRole::sqlName).toArray(String[]::new);
    return DSL.using(database, SQLDialect.POSTGRES)
        .resultQuery(QUESTION, (Object) roles)
        .coerce(
            DSL.field("name", String.class),
            DSL.field("encoding", String.class),
            DSL.field("free_connections", Integer.class),
            DSL.field("is_standby", Boolean.class),
            DSL.field("is_read_only", Boolean.class),
            DSL.field("can_create_schemas", Boolean.class),
            DSL.field("can_create_roles", Boolean.class),
            DSL.field("missing_roles", String[].class))
        .fetchSingle(
            row ->
                new ServerState(
                    row.value1(),
                    row.value2(),
                    Objects.requireNonNull(row.value3()),
                    Boolean.TRUE.equals(row.value4()),
                    Boolean.TRUE.equals(row.value5()),
                    Boolean.TRUE.equals(row.value6()),
                    Boolean.TRUE.equals(row.value7()),
                    List.of(row.value8())));
  }
}
