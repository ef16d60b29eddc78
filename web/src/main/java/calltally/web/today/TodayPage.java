package calltally.web.today;

import calltally.web.http.PageTexts;
import java.util.List;

/**
 * The page around the fetched part.
 *
 * @param live path of the fetched part
 * @param user name of the reader
 * @param whose what the reader sees of all calls; empty for everything
 * @param token of the button to log out
 * @param sources links to the reader's sources; empty when there is only one
 */
public record TodayPage(
    PageTexts texts,
    String company,
    String title,
    String html,
    String live,
    String user,
    String whose,
    String token,
    List<SourceLink> sources) {

  public TodayPage {
    sources = List.copyOf(sources);
  }

  /** A link to the page of another source. */
  public record SourceLink(String name, String link, boolean isCurrent) {}
}
