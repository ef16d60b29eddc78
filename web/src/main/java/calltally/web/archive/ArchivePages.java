package calltally.web.archive;

import calltally.reporting.render.wording.Notation;
import calltally.reporting.report.Period;
import calltally.web.frame.Frame;
import calltally.web.frame.Frame.NavLink;
import calltally.web.frame.PageTable;
import calltally.web.frame.PageTable.Cell;
import calltally.web.frame.PageTable.Head;
import calltally.web.frame.TablesPage;
import calltally.web.frame.View;
import calltally.web.http.Link;
import calltally.web.http.PageReply;
import calltally.web.http.PageTexts;
import calltally.web.http.Templates;
import java.nio.file.Path;
import java.util.List;

/** Writes the archive as pages. */
record ArchivePages(String company) {

  PageReply list(List<ArchivedRun> runs, boolean isMore, View view) {
    PageTexts texts = view.texts();
    List<NavLink> links =
        isMore
            ? List.of(
                new NavLink(
                    texts.text("archive.older"),
                    view.link(ArchiveRoutes.PATH)
                        .with("date", view.parameter("date"))
                        .with("before", String.valueOf(runs.get(runs.size() - 1).run()))
                        .url(),
                    false))
            : List.of();
    PageTable table =
        new PageTable(
            "runs",
            texts.text("archive.runs"),
            List.of(
                Head.text(texts.text("archive.report")),
                Head.text(texts.text("archive.dates")),
                Head.text(texts.text("archive.about")),
                Head.text(texts.text("archive.subscription")),
                Head.text(texts.text("archive.made")),
                Head.text(texts.text("archive.sent"))),
            runs.stream().map(run -> row(run, view)).toList(),
            "",
            texts.text("archive.none"),
            "");
    return page(texts.text("nav.reports"), "", links, List.of(table), view);
  }

  private static List<Cell> row(ArchivedRun run, View view) {
    String link = view.link(ArchiveRoutes.PATH + "/", String.valueOf(run.run())).url();
    return List.of(
        Cell.link(title(run, view), link),
        Cell.of(dates(run, view)),
        Cell.of(run.subject() == null ? view.texts().text("archive.whole") : run.subject()),
        Cell.of(run.subscription()),
        Cell.of(moment(run, view)),
        Cell.of(sent(run, view)));
  }

  private static String title(ArchivedRun run, View view) {
    return view.wording().text("title." + run.kind());
  }

  private static String dates(ArchivedRun run, View view) {
    return view.wording()
        .notation()
        .dates(new Period(run.from(), run.until(), view.source().zone()));
  }

  private static String moment(ArchivedRun run, View view) {
    return view.wording().moment(run.madeAt(), view.source().zone());
  }

  private static String sent(ArchivedRun run, View view) {
    String sent =
        run.sentAt() == null
            ? Notation.NONE
            : view.wording().moment(run.sentAt(), view.source().zone());
    return run.revision() == 0
        ? sent
        : sent + ", " + view.texts().text("archive.revision", run.revision());
  }

  PageReply run(ArchivedRun run, List<Path> files, View view) {
    PageTexts texts = view.texts();
    PageTable table =
        new PageTable(
            "files",
            texts.text("archive.files"),
            List.of(Head.text(texts.text("archive.file"))),
            files.stream().map(file -> List.of(file(run, file, view))).toList(),
            "",
            texts.text("archive.no_files"),
            "");
    return page(
        title(run, view) + ", " + dates(run, view),
        texts.text("archive.made_and_sent", moment(run, view), sent(run, view)),
        run.from().plusDays(1).equals(run.until()) && view.visible().areListed()
            ? List.of(
                new NavLink(
                    texts.text("archive.day"),
                    view.link("/day/", run.from().toString()).url(),
                    false))
            : List.of(),
        List.of(table),
        view);
  }

  private static Cell file(ArchivedRun run, Path file, View view) {
    String name = String.valueOf(file.getFileName());
    Link link = Link.to(ArchiveRoutes.PATH + "/" + run.run() + "/", name);
    return Cell.link(name, link.with("source", view.parameter("source")).url());
  }

  private PageReply page(
      String heading, String subtitle, List<NavLink> links, List<PageTable> tables, View view) {
    TablesPage page =
        new TablesPage(
            Frame.of(company, heading, ArchiveRoutes.PATH, view),
            heading,
            subtitle,
            links,
            null,
            List.of(),
            List.of(),
            tables);
    return PageReply.html(200, Templates.render("tables.jte", page));
  }
}
