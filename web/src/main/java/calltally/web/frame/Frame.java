package calltally.web.frame;

import calltally.web.http.Link;
import calltally.web.http.PageTexts;
import calltally.web.user.Role;
import calltally.web.user.User;
import java.util.ArrayList;
import java.util.List;

/**
 * What every page has around it.
 *
 * @param whose what the reader sees of all calls; empty for everything
 * @param token of the page's forms
 * @param sources links to the reader's sources; empty when there is only one
 */
public record Frame(
    PageTexts texts,
    String company,
    String title,
    String user,
    String whose,
    String token,
    List<NavLink> pages,
    List<NavLink> sources) {

  public Frame {
    pages = List.copyOf(pages);
    sources = List.copyOf(sources);
  }

  /** A link to a page, or to the page of another source. */
  public record NavLink(String name, String link, boolean isCurrent) {}

  /**
   * The frame of a page.
   *
   * @param section the part of the site that it belongs to, such as {@code /calls}, or a page that
   *     every source has; empty for a page about a line or a manager of one source
   */
  public static Frame of(String company, String title, String section, View view) {
    User user = view.session().user();
    return new Frame(
        view.texts(),
        company,
        title,
        user.name(),
        whose(user),
        view.session().formToken(),
        pages(section, user, view),
        sources(section, user, view));
  }

  private static String whose(User user) {
    return user.department() != null
        ? user.department()
        : user.manager() == null ? "" : user.manager();
  }

  private static List<NavLink> pages(String section, User user, View view) {
    List<NavLink> pages = new ArrayList<>();
    pages.add(page("/today", view.link("/today"), section, view));
    if (user.role() == Role.MANAGER) {
      pages.add(
          page("/manager", view.link("/manager/", String.valueOf(user.manager())), section, view));
    } else {
      pages.add(page("/calls", view.link("/calls"), section, view));
    }
    pages.add(page("/reports", view.link("/reports"), section, view));
    if (user.role() == Role.ALL) {
      pages.add(page("/status", view.link("/status"), section, view));
    }
    return pages;
  }

  private static NavLink page(String path, Link link, String section, View view) {
    return new NavLink(
        view.texts().text("nav." + path.substring(1)), link.url(), path.equals(section));
  }

  private static List<NavLink> sources(String section, User user, View view) {
    return user.sources().size() == 1
        ? List.of()
        : user.sources().stream()
            .map(
                name ->
                    new NavLink(
                        name,
                        Link.to(pageOfAnotherSource(section)).with("source", name).url(),
                        name.equals(view.source().name())))
            .toList();
  }

  /** The section itself, unless it exists in one source only. */
  private static String pageOfAnotherSource(String section) {
    return section.isEmpty() || section.equals("/manager") ? "/today" : section;
  }
}
