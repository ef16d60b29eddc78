package calltally.sql.analytics;

import java.util.List;

/**
 * A view or function of the schema analytics, as its comments describe it.
 *
 * @param isFunction it is called with arguments
 * @param name with its schema
 * @param call how it is written in a query: a function with its arguments and their types
 * @param meaning one row per what, and which rows
 * @param columns of its rows; none for a function that gives one value
 * @param type of the one value; empty for rows
 */
public record AnalyticsObject(
    boolean isFunction,
    String name,
    String call,
    String meaning,
    List<AnalyticsColumn> columns,
    String type) {

  public AnalyticsObject {
    columns = List.copyOf(columns);
  }

  /** Whether it is called so, with or without its schema. */
  public boolean isNamed(String wanted) {
    return name.equals(wanted) || name.equals("analytics." + wanted);
  }

  /** The first sentence of its meaning. */
  public String summary() {
    int end = meaning.indexOf(". ");
    return end < 0 ? meaning : meaning.substring(0, end + 1);
  }
}
