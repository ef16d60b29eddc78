package calltally.web.today;

import calltally.web.frame.ExplainedTile;
import calltally.web.http.Link;
import calltally.web.http.PageTexts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The part of the page that is fetched again and again.
 *
 * @param title of the browser's tab
 * @param verdict how the day goes, in one sentence
 * @param asOf date, time, zone, and when the exchange was last heard of
 * @param notices warnings about the data; usually none
 * @param noWaiting why nobody waits; empty when somebody does
 * @param left how many who wait are not listed; empty when all are
 * @param isOwn whether it shows a manager's own figures
 * @param isToday whether the day goes on
 * @param hours null for a manager
 * @param managersRate how their answer rates are counted
 * @param csvPattern link to the CSV of a table, with TABLE for its name
 */
public record LivePage(
    PageTexts texts,
    String title,
    String verdict,
    String asOf,
    List<String> notices,
    List<ExplainedTile> tiles,
    List<WaitingRow> waiting,
    String noWaiting,
    String left,
    boolean isOwn,
    boolean isToday,
    List<CallRow> inProgress,
    @Nullable HourBars hours,
    List<LineRow> lines,
    List<ManagerRow> managers,
    String managersRate,
    Link csvPattern) {

  public LivePage {
    notices = List.copyOf(notices);
    tiles = List.copyOf(tiles);
    waiting = List.copyOf(waiting);
    inProgress = List.copyOf(inProgress);
    lines = List.copyOf(lines);
    managers = List.copyOf(managers);
  }

  /** The heading before the first who wait of other days; empty before all others. */
  public String partBefore(int index) {
    String part = waiting.get(index).part();
    return index > 0 && waiting.get(index - 1).part().equals(part) ? "" : part;
  }

  /** The link to a table as CSV. */
  public String csv(String table) {
    return csvPattern.url().replace("/csv/TABLE", "/csv/" + table);
  }
}
