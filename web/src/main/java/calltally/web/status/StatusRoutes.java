package calltally.web.status;

import calltally.web.frame.Frame;
import calltally.web.frame.HeavyQueries;
import calltally.web.frame.PageTable;
import calltally.web.frame.PageTable.Cell;
import calltally.web.frame.PageTable.Head;
import calltally.web.frame.TablesPage;
import calltally.web.frame.View;
import calltally.web.frame.Views;
import calltally.web.http.PageReply;
import calltally.web.http.Routes;
import calltally.web.http.Templates;
import java.util.List;
import java.util.Optional;

/** What {@code check} knows, for those who see everything. */
public final class StatusRoutes {

  private static final String PATH = "/status";

  private final String company;
  private final StatusSource source;
  private final HeavyQueries queries;

  public StatusRoutes(String company, StatusSource source, HeavyQueries queries) {
    this.company = company;
    this.source = source;
    this.queries = queries;
  }

  public void addTo(Routes routes, Views views) {
    routes.get(
        PATH,
        views.page(view -> view.visible().areAll() ? Optional.of(page(view)) : Optional.empty()));
  }

  private PageReply page(View view) {
    List<StatusLine> lines = queries.run(() -> source.lines(view.texts().locale(), view.now()));
    long faults = lines.stream().filter(line -> !line.isFine()).count();
    String heading =
        faults == 0
            ? view.texts().text("status.fine")
            : view.texts().counted("status.faults", (int) faults);
    TablesPage page =
        new TablesPage(
            Frame.of(company, view.texts().text("nav.status"), PATH, view),
            heading,
            view.texts()
                .text(
                    "status.as_of",
                    view.wording().notation().timeWithSeconds(view.now(), view.source().zone())),
            List.of(),
            null,
            List.of(),
            List.of(),
            List.of(table(lines, view)));
    return PageReply.html(200, Templates.render("tables.jte", page));
  }

  private static PageTable table(List<StatusLine> lines, View view) {
    return new PageTable(
        "checks",
        view.texts().text("status.checks"),
        List.of(
            Head.text(view.texts().text("status.subject")),
            Head.text(view.texts().text("nav.status")),
            Head.text(view.texts().text("status.finding"))),
        lines.stream()
            .map(
                line ->
                    List.of(
                        Cell.of(line.subject()),
                        Cell.of(line.status()).as(line.isFine() ? "good" : "bad"),
                        Cell.of(line.finding())))
            .toList(),
        "",
        view.texts().text("status.none"),
        "");
  }
}
