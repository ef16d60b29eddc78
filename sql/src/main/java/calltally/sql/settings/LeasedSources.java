package calltally.sql.settings;

import static calltally.sql.jooq.config.Tables.SOURCE;
import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/** The sources that running services have leased. */
public final class LeasedSources {

  private static final String QUERY =
      """
      select s.source_id, s.name, format('%s, session %s', a.application_name, a.pid) as service
      from pg_locks as l
      join pg_stat_activity as a using (pid)
      join config.source as s on s.source_id = l.classid::bigint
      where l.locktype = 'advisory'
          and l.database = (select d.oid from pg_database as d where d.datname = current_database())
          and l.objid = hashtext('calltally.source')::oid
          and l.objsubid = 2
          and l.granted
          and s.active
      order by s.source_id, a.pid
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
    return list().isEmpty();
  }

  /**
   * Checks that running services could take all their notifications under the settings too.
   *
   * @throws SourceLeased if one could not
   */
  public void requireKeptBy(List<SourceSettings> settings) {
    Map<String, AccessSettings> wanted =
        settings.stream().collect(toMap(SourceSettings::name, SourceSettings::admission));
    Map<String, AccessSettings> stored =
        new SelectAccess(sql)
            .run().stream().collect(toMap(SourceAccess::name, SourceAccess::access));
    for (LeasedSource leased : list()) {
      AccessSettings after = wanted.get(leased.name());
      if (after == null) {
        throw SourceLeased.leftOut(leased);
      }
      if (!after.acceptsAllOf(stored.getOrDefault(leased.name(), after))) {
        throw SourceLeased.narrowed(leased);
      }
    }
  }

  private List<LeasedSource> list() {
    return sql.resultQuery(QUERY)
        .coerce(SOURCE.SOURCE_ID, SOURCE.NAME, DSL.field("service", String.class))
        .fetch(Records.mapping(LeasedSource::new));
  }
}
