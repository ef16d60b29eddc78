package calltally.reporting.retention;

import java.util.Map;
import java.util.TreeMap;
import org.jooq.DSLContext;

/**
 * What reports and analysts can read about a source, without customers' numbers.
 *
 * @param fromDate first local date
 * @param untilDate first local date after the period
 * @param at when call-backs are judged
 * @param groupings of calls
 */
public record AllFigures(
    DSLContext sql, String fromDate, String untilDate, String at, String groupings) {

  private static final Map<String, String> QUERIES =
      Map.of(
          "calls",
              """
              select to_jsonb(f) from unnest('{%4$s}'::text[]) as per,
                  lateral analytics.call_figures('main', '%1$s', '%2$s', per) as f
              """,
          "managers",
              """
              select to_jsonb(f) from unnest('{period,month}'::text[]) as per,
                  lateral analytics.manager_figures('main', '%1$s', '%2$s', per) as f
              """,
          "call-backs",
              """
              select to_jsonb(f) from unnest('{period,day,line}'::text[]) as per,
                  lateral analytics.callback_figures('main', '%1$s', '%2$s', '%3$s', per) as f
              """,
          "hours", "select to_jsonb(h) from analytics.hourly_line as h",
          "days", "select to_jsonb(d) from analytics.daily_manager as d",
          "quality", "select to_jsonb(q) from analytics.data_quality as q",
          "missed callers",
              """
              select to_jsonb(m) - 'customer'
              from analytics.missed_callers('main', '%1$s', '%2$s', '%3$s') as m
              """,
          "waiting callers",
              "select to_jsonb(m) - 'customer' from analytics.waiting_callers('main', '%3$s') as m");

  /** The result of each query by its name, as text that is equal when all rows are. */
  Map<String, String> fetch() {
    Map<String, String> figures = new TreeMap<>();
    QUERIES.forEach(
        (name, query) ->
            figures.put(name, rows(query.formatted(fromDate, untilDate, at, groupings))));
    return figures;
  }

  /** The same as counts and digests. */
  public Map<String, String> digests() {
    Map<String, String> digests = new TreeMap<>();
    QUERIES.forEach(
        (name, query) ->
            digests.put(
                name,
                String.valueOf(
                    sql.fetchValue(
                        "select count(*) || ' ' || coalesce(md5(string_agg(t::text, '' order by t::text collate \"C\")), '') from ("
                            + query.formatted(fromDate, untilDate, at, groupings)
                            + ") as x (t)"))));
    return digests;
  }

  private String rows(String query) {
    return String.join(
        "\n",
        sql.fetch("select t::text from (" + query + ") as x (t) order by t::text collate \"C\"")
            .getValues(0, String.class));
  }
}
