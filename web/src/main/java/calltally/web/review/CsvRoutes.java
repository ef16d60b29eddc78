package calltally.web.review;

import calltally.reporting.export.CsvDialect;
import calltally.reporting.export.ReportCsv;
import calltally.reporting.export.ReportTables;
import calltally.reporting.export.Table;
import calltally.reporting.report.DateRange;
import calltally.reporting.report.Report;
import calltally.reporting.report.ReportKind;
import calltally.reporting.report.ReportRequest;
import calltally.reporting.report.query.Reports;
import calltally.web.frame.DateParameters;
import calltally.web.frame.HeavyQueries;
import calltally.web.frame.View;
import calltally.web.frame.Views;
import calltally.web.http.PageReply;
import calltally.web.http.Routes;
import calltally.web.user.Role;
import calltally.web.user.VisibleCalls;
import io.vertx.core.buffer.Buffer;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Each table of a page as CSV, with the columns that reports have. */
public final class CsvRoutes {

  private final Reports reports;
  private final HeavyQueries queries;

  public CsvRoutes(DataSource figures, HeavyQueries queries) {
    this.reports = new Reports(figures);
    this.queries = queries;
  }

  public void addTo(Routes routes, Views views) {
    routes.below(
        "/csv/",
        views.page(
            view -> calls(view).flatMap(calls -> views.narrowed(view, calls)).flatMap(this::file)));
  }

  private static Optional<VisibleCalls> calls(View view) {
    String manager = view.parameter("manager");
    return manager == null ? Optional.of(view.visible()) : view.visible().ofManager(manager);
  }

  private Optional<PageReply> file(View view) {
    String name = view.request().subject();
    Report report = queries.run(() -> select(view));
    return Stream.concat(Stream.of(ReportTables.summary(report)), ReportTables.of(report).stream())
        .filter(table -> table.name().equals(name))
        .findFirst()
        .map(table -> file(table, report, view));
  }

  private Report select(View view) {
    LocalDate today = view.source().date(view.now());
    LocalDate date = DateParameters.orNull(view.parameter("date"));
    DateRange dates =
        date == null ? DateParameters.of(view, DateRange.of(today)) : DateRange.of(date);
    ReportRequest request =
        new ReportRequest(
            kind(view, date), view.source().name(), dates, view.visible().filter(), view.now());
    boolean isSoFar = request.kind() == ReportKind.DAILY && dates.from().equals(today);
    return isSoFar ? reports.soFar(request).report() : reports.select(request);
  }

  private static ReportKind kind(View view, @Nullable LocalDate date) {
    boolean isOfManager =
        view.visible().role() == Role.MANAGER || view.visible().filter().manager() != null;
    return isOfManager ? ReportKind.MANAGER : date == null ? ReportKind.WEEKLY : ReportKind.DAILY;
  }

  private static PageReply file(Table<?> table, Report report, View view) {
    String text =
        new ReportCsv(view.visible().numbers(), CsvDialect.COMMA)
            .text(table, report.head().period());
    String name =
        "%s-%s-%s.csv".formatted(report.head().kind(), report.head().period().from(), table.name());
    return PageReply.file(name, "text/csv; charset=utf-8", Buffer.buffer(text));
  }
}
