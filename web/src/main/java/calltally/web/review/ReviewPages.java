package calltally.web.review;

import calltally.reporting.render.Definitions;
import calltally.reporting.render.ReportSummary;
import calltally.reporting.report.Report;
import calltally.web.frame.ExplainedTile;
import calltally.web.frame.Frame;
import calltally.web.frame.PageTable;
import calltally.web.frame.TablesPage;
import calltally.web.frame.View;
import calltally.web.http.PageReply;
import calltally.web.http.Templates;
import java.util.List;

/** Writes the review of a manager, or the figures of a line, as a page. */
record ReviewPages(String company, ReviewDates dates, View view) {

  /**
   * The page.
   *
   * @param path of the same page without dates
   * @param section the part of the site that it belongs to; empty for none
   */
  PageReply page(String path, String section, Report report, List<PageTable> tables) {
    ReportSummary summary = ReportSummary.of(report, "", view.wording());
    TablesPage page =
        new TablesPage(
            Frame.of(company, view.request().subject(), section, view),
            summary.verdict(),
            summary.period(),
            dates.links(path, view),
            dates.form(path, view),
            summary.notices(),
            ExplainedTile.of(summary.figures(), Definitions.ofTiles(report, view.wording())),
            tables);
    return PageReply.html(200, Templates.render("tables.jte", page));
  }
}
