package calltally.web.review;

import calltally.reporting.report.CallReport;
import calltally.reporting.report.CustomerKey;
import calltally.reporting.report.DateRange;
import calltally.reporting.report.ManagerReview;
import calltally.reporting.report.MissedCall;
import calltally.reporting.report.ReportKind;
import calltally.reporting.report.ReportRequest;
import calltally.reporting.report.query.Reports;
import calltally.reporting.report.query.SelectCustomerKeys;
import calltally.web.frame.HeavyQueries;
import calltally.web.frame.View;
import calltally.web.frame.Views;
import calltally.web.http.Link;
import calltally.web.http.PageReply;
import calltally.web.http.Routes;
import calltally.web.user.VisibleCalls;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** The review of a manager and the figures of a line. */
public final class ReviewRoutes {

  private static final String MANAGER = "/manager/";
  private static final String LINE = "/line/";

  private final String company;
  private final Reports reports;
  private final DSLContext sql;
  private final HeavyQueries queries;

  public ReviewRoutes(String company, DataSource figures, HeavyQueries queries) {
    this.company = company;
    this.reports = new Reports(figures);
    this.sql = DSL.using(figures, SQLDialect.POSTGRES);
    this.queries = queries;
  }

  public void addTo(Routes routes, Views views) {
    routes.below(
        MANAGER,
        views.page(
            view ->
                view.visible()
                    .ofManager(view.request().subject())
                    .flatMap(calls -> views.narrowed(view, calls))
                    .map(this::manager)));
    routes.below(
        LINE,
        views.listing(
            view ->
                views
                    .narrowed(view, view.visible().ofLine(view.request().subject()))
                    .map(this::line)));
  }

  private PageReply manager(View view) {
    String manager = view.request().subject();
    ReviewDates dates = ReviewDates.of(view);
    ManagerReview review =
        queries.run(() -> reports.reviewInBrief(request(ReportKind.MANAGER, dates.chosen(), view)));
    UnaryOperator<String> csv = table -> csv(table, dates.chosen(), manager, null, view);
    return new ReviewPages(company, dates, view)
        .page(
            Link.to(MANAGER, manager).url(),
            view.visible().areListed() ? "" : "/manager",
            review,
            new ManagerTables(review, keys(review, view), view, csv).tables());
  }

  private Map<String, CustomerKey> keys(ManagerReview review, View view) {
    List<String> customers =
        review.missedCalls().stream()
            .map(MissedCall::customer)
            .filter(Objects::nonNull)
            .distinct()
            .toList();
    return view.visible().areListed()
        ? new SelectCustomerKeys(view.source().name(), customers).run(sql)
        : Map.of();
  }

  private PageReply line(View view) {
    String line = view.request().subject();
    ReviewDates dates = ReviewDates.of(view);
    CallReport report =
        queries.run(() -> reports.lineInBrief(request(ReportKind.WEEKLY, dates.chosen(), view)));
    UnaryOperator<String> csv = table -> csv(table, dates.chosen(), null, line, view);
    return new ReviewPages(company, dates, view)
        .page(Link.to(LINE, line).url(), "", report, new LineTables(report, view, csv).tables());
  }

  private static ReportRequest request(ReportKind kind, DateRange dates, View view) {
    VisibleCalls visible = view.visible();
    return new ReportRequest(kind, visible.source(), dates, visible.filter(), view.now());
  }

  private static String csv(
      String table, DateRange dates, @Nullable String manager, @Nullable String line, View view) {
    return Link.to("/csv/", table)
        .with("source", view.parameter("source"))
        .with("department", view.parameter("department"))
        .with("manager", manager)
        .with("line", line)
        .with("from", dates.from().toString())
        .with("to", dates.until().minusDays(1).toString())
        .url();
  }
}
