package calltally.web.today;

import calltally.web.http.EntityTag;
import calltally.web.http.Templates;

/**
 * The fetched part as HTML.
 *
 * @param tag the same while nothing on it changes
 */
record LiveFragment(String title, String html, String tag) {

  static LiveFragment of(LivePage page) {
    String html = Templates.render("live.jte", page);
    return new LiveFragment(page.title(), html, EntityTag.of(html));
  }
}
