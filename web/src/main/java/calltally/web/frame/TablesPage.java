package calltally.web.frame;

import calltally.web.frame.Frame.NavLink;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of figures and tables.
 *
 * @param subtitle below the heading
 * @param links to the same page of other dates, or to related pages
 * @param dates to choose; null when they cannot be chosen
 */
public record TablesPage(
    Frame frame,
    String heading,
    String subtitle,
    List<NavLink> links,
    @Nullable Dates dates,
    List<String> notices,
    List<ExplainedTile> tiles,
    List<PageTable> tables) {

  public TablesPage {
    links = List.copyOf(links);
    notices = List.copyOf(notices);
    tiles = List.copyOf(tiles);
    tables = List.copyOf(tables);
  }

  /** The dates shown, in a form that asks for others. */
  public record Dates(String action, String source, String from, String to) {}
}
