package calltally.sql.settings;

import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/** The active sources of a database, which running services may have leased. */
public final class LeasedSources {

  private static final String QUERY =
      """
      select format('%s, session %s', a.application_name, a.pid)
      from pg_locks as l
      join pg_stat_activity as a using (pid)
      where l.locktype = 'advisory'
          and l.database = (select d.oid from pg_database as d where d.datname = current_database())
          and l.classid = 0
          and l.objid = hashtext('calltally.source')::oid
          and l.objsubid = 2
          and l.granted
      order by a.pid
      """;

  private final DSLContext sql;

  /**
   * Opens the leases of a database.
   *
   * @param owner connections of the role that owns the schema
   */
  public LeasedSources(DataSource owner) {
    sql = DSL.using(owner, SQLDialect.POSTGRES);
  }

  /** Whether no service is running. */
  public boolean areNone() {
    return services().isEmpty();
  }

  /**
   * Checks that running services could take all their notifications under the settings too.
   *
   * @throws SourceLeased if one could not
   */
  public void requireKeptBy(List<SourceSettings> settings) {
    services().stream().findFirst().ifPresent(service -> requireKeptBy(settings, service));
  }

  private void requireKeptBy(List<SourceSettings> settings, String service) {
    Map<String, AccessSettings> wanted =
        settings.stream().collect(toMap(SourceSettings::name, SourceSettings::admission));
    for (SourceAccess stored : new SelectAccess(sql).run()) {
      AccessSettings after = wanted.get(stored.name());
      if (after == null) {
        throw SourceLeased.leftOut(stored.name(), service);
      }
      if (!after.acceptsAllOf(stored.access())) {
        throw SourceLeased.narrowed(stored.name(), service);
      }
    }
  }

  /** The running services, in words. */
  private List<String> services() {
    return sql.resultQuery(QUERY)
        .coerce(DSL.field("service", String.class))
        .fetch(row -> row.value1());
  }
}
