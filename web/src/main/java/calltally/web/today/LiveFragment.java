package calltally.web.today;

import calltally.web.http.EntityTag;
import calltally.web.http.PagePiece;
import calltally.web.http.Templates;

/**
 * The fetched part as HTML.
 *
 * @param tag the same while nothing on it changes
 */
record LiveFragment(String title, PagePiece html, String tag) {

  static LiveFragment of(LivePage page) {
    String html = Templates.render("live.jte", page);
    return new LiveFragment(page.title(), PagePiece.of(html), EntityTag.of(html));
  }
}
