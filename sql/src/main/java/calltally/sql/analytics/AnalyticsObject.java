package calltally.sql.analytics;

import java.util.List;

/**
 * A view or function of the schema analytics, described by its comments.
 *
 * @param isFunction whether it is called with arguments
 * @param name with its schema
 * @param call its form in a query: for a function, with arguments and their types
 * @param meaning what one row stands for, and which rows there are
 * @param columns of its rows; none for a function that gives one value
 * @param type of the single value; empty for rows
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

  /** Whether this is its name, with or without the schema. */
  public boolean isNamed(String wanted) {
    return name.equals(wanted) || name.equals("analytics." + wanted);
  }

  /** The first sentence of its meaning. */
  public String summary() {
    int end = meaning.indexOf(". ");
    return end < 0 ? meaning : meaning.substring(0, end + 1);
  }
}
