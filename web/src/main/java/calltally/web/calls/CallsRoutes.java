package calltally.web.calls;

import static calltally.sql.jooq.analytics.Tables.CALL;

import calltally.reporting.export.CsvDialect;
import calltally.reporting.export.ReportCsv;
import calltally.reporting.report.CustomerKey;
import calltally.reporting.report.CustomerNumbers;
import calltally.reporting.report.Period;
import calltally.reporting.report.query.SelectCustomerKeys;
import calltally.web.calls.CallListPage.Choice;
import calltally.web.frame.Frame;
import calltally.web.frame.HeavyQueries;
import calltally.web.frame.View;
import calltally.web.frame.Views;
import calltally.web.http.PageReply;
import calltally.web.http.Routes;
import calltally.web.http.Templates;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/** The list of calls, each call, and the list as CSV. */
public final class CallsRoutes {

  static final String PATH = "/calls";
  static final String CSV = "/calls.csv";
  private static final int ON_A_PAGE = 50;
  private static final int IN_A_FILE = 20_000;

  private final String company;
  private final DSLContext sql;
  private final HeavyQueries queries;

  public CallsRoutes(String company, DataSource figures, HeavyQueries queries) {
    this.company = company;
    this.sql = DSL.using(figures, SQLDialect.POSTGRES);
    this.queries = queries;
  }

  public void addTo(Routes routes, Views views) {
    routes.get(PATH, views.listing(view -> Optional.of(list(view))));
    routes.get(CSV, views.listing(view -> Optional.of(csv(view))));
    routes.below(PATH + "/", views.listing(this::call));
  }

  private PageReply list(View view) {
    CallFilter filter = CallFilter.of(view);
    List<ListedCall> found = queries.run(() -> select(view, filter, ON_A_PAGE + 1).run(sql));
    boolean isMore = found.size() > ON_A_PAGE;
    List<ListedCall> calls = isMore ? found.subList(0, ON_A_PAGE) : found;
    List<Choice> choices = new Choices(view).run(sql);
    CallListLinks links = new CallListLinks(view);
    CallListPage page =
        new CallListPage(
            Frame.of(company, view.texts().text("nav.calls"), PATH, view),
            view.source().name(),
            shown(filter, choices, view),
            filter.from().toString(),
            filter.to().toString(),
            choices,
            CallTable.of(calls, keys(calls, view), isOneDay(filter), links.csv(), view),
            isMore ? links.olderThan(calls.get(calls.size() - 1)) : "",
            view.visible().numbers() == CustomerNumbers.SHOWN);
    return PageReply.html(200, Templates.render("calls.jte", page));
  }

  private static String shown(CallFilter filter, List<Choice> choices, View view) {
    String dates = view.wording().notation().briefDates(period(filter, view));
    return Stream.concat(
            Stream.of(dates), choices.stream().map(Choice::chosen).flatMap(Optional::stream))
        .collect(Collectors.joining(" · "));
  }

  private static Period period(CallFilter filter, View view) {
    return new Period(filter.from(), filter.to().plusDays(1), view.source().zone());
  }

  private static boolean isOneDay(CallFilter filter) {
    return filter.from().equals(filter.to());
  }

  private SelectCallList select(View view, CallFilter filter, int most) {
    return new SelectCallList(view, filter, most);
  }

  private Map<String, CustomerKey> keys(List<ListedCall> calls, View view) {
    List<String> customers =
        calls.stream().map(ListedCall::customer).filter(Objects::nonNull).distinct().toList();
    return new SelectCustomerKeys(view.source().name(), customers).run(sql);
  }

  private PageReply csv(View view) {
    CallFilter filter = CallFilter.of(view);
    List<ListedCall> calls = queries.run(() -> select(view, filter, IN_A_FILE).run(sql));
    String text =
        new ReportCsv(view.visible().numbers(), CsvDialect.COMMA)
            .text(CallTable.csv(calls), period(filter, view));
    return PageReply.file(
        "calls-%s-%s.csv".formatted(filter.from(), filter.to()),
        "text/csv; charset=utf-8",
        Buffer.buffer(text));
  }

  private Optional<PageReply> call(View view) {
    return sql.select(CallFields.all(view.source().name()))
        .from(CALL)
        .where(view.visible().condition())
        .and(CALL.PBX_ID.eq(view.request().subject()))
        .fetchOptional(CallFields::call)
        .map(call -> page(call, view));
  }

  private PageReply page(ListedCall call, View view) {
    List<Ring> rings = new SelectRings(view.source().name(), call.id()).run(sql);
    CallPage page = new CallPages(company, view).page(call, rings, keys(List.of(call), view));
    return PageReply.html(200, Templates.render("call.jte", page));
  }
}
