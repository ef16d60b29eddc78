package calltally.web.calls;

import calltally.web.calls.CallFilter.Position;
import calltally.web.frame.View;
import calltally.web.http.Link;
import java.util.List;

/** Links to calls, with the filters of the page that lists them. */
record CallListLinks(View view) {

  private static final List<String> FILTERS =
      List.of(
          "source",
          "from",
          "to",
          "line",
          "department",
          "manager",
          "outcome",
          "reason",
          "short",
          "hours");

  /** The calls as CSV. */
  String csv() {
    return filtered(CallsRoutes.CSV).url();
  }

  /** The next page. */
  String olderThan(ListedCall last) {
    return filtered(CallsRoutes.PATH).with("before", Position.of(last).toString()).url();
  }

  private Link filtered(String path) {
    Link link = Link.to(path);
    for (String name : FILTERS) {
      link = link.with(name, view.parameter(name));
    }
    return link;
  }
}
