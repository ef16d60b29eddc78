package calltally.reporting.call;

import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.schema;

import calltally.sql.jooq.calls.Calls;
import calltally.sql.jooq.stats.Stats;
import java.util.Map;
import org.jooq.Schema;
import org.jooq.VisitContext;
import org.jooq.VisitListener;

/** Redirects the names of derived tables to the tables that a rebuild fills. */
final class RebuiltSchemas implements VisitListener {

  private static final Map<Schema, Schema> REBUILT =
      Map.of(
          Calls.CALLS, schema(name("calls_rebuilt")),
          Stats.STATS, schema(name("stats_rebuilt")));

  @Override
  public void visitStart(VisitContext context) {
    if (context.queryPart() instanceof Schema schema && REBUILT.containsKey(schema)) {
      context.queryPart(REBUILT.get(schema));
    }
  }
}
