package calltally.web.customer;

import static calltally.sql.jooq.analytics.Tables.CALL;
import static calltally.sql.jooq.analytics.Tables.CUSTOMER_CALL;

import calltally.reporting.report.CustomerKey;
import calltally.reporting.report.CustomerNumbers;
import calltally.web.calls.ListedCall;
import calltally.web.frame.HeavyQueries;
import calltally.web.frame.View;
import calltally.web.frame.Views;
import calltally.web.http.PageReply;
import calltally.web.http.Routes;
import calltally.web.http.Templates;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/** A customer's page, the same calls as CSV, and the search that leads to it. */
public final class CustomerRoutes {

  static final int MOST_CALLS = 500;

  private static final String PATH = "/customer/";
  private static final String CSV = ".csv";
  private static final int IN_A_FILE = 20_000;

  private final String company;
  private final DSLContext figures;
  private final DSLContext web;
  private final HeavyQueries queries;

  /**
   * The page of every customer.
   *
   * @param web connections of the role calltally_web, to keep who looked
   */
  public CustomerRoutes(String company, DataSource figures, DataSource web, HeavyQueries queries) {
    this.company = company;
    this.figures = DSL.using(figures, SQLDialect.POSTGRES);
    this.web = DSL.using(web, SQLDialect.POSTGRES);
    this.queries = queries;
  }

  public void addTo(Routes routes, Views views) {
    routes.below(PATH, views.listing(this::answer));
    routes.post("/search", views.form(this::search));
  }

  private Optional<PageReply> answer(View view) {
    String subject = view.request().subject();
    return subject.endsWith(CSV)
        ? CustomerKey.parse(subject.substring(0, subject.length() - CSV.length()))
            .flatMap(customer -> csv(customer, view))
        : CustomerKey.parse(subject).flatMap(customer -> page(customer, view));
  }

  private Optional<PageReply> page(CustomerKey customer, View view) {
    List<ListedCall> calls = calls(customer, MOST_CALLS, view);
    if (calls.isEmpty()) {
      return Optional.empty();
    }
    CustomerPage page =
        new CustomerPages(view)
            .page(company, calls, followUps(customer, view), view.link(PATH, customer + CSV).url());
    return Optional.of(PageReply.html(200, Templates.render("customer.jte", page)));
  }

  private Optional<PageReply> csv(CustomerKey customer, View view) {
    List<ListedCall> calls = calls(customer, IN_A_FILE, view);
    return calls.isEmpty()
        ? Optional.empty()
        : Optional.of(new CustomerCsv(customer, view).of(calls, followUps(customer, view)));
  }

  /** The calls that the reader may see; that they looked is kept. */
  private List<ListedCall> calls(CustomerKey customer, int most, View view) {
    List<ListedCall> calls =
        queries.run(() -> new SelectCustomerCalls(view, customer, most).run(figures));
    if (!calls.isEmpty()) {
      new RecordAccess(customer, view).run(web);
    }
    return calls;
  }

  private Map<String, FollowUp> followUps(CustomerKey customer, View view) {
    return new SelectFollowUps(view.source().name(), customer, view.now()).run(figures);
  }

  /** Only for those who may see numbers: a guess would otherwise reveal who called. */
  private Optional<PageReply> search(View view) {
    boolean isAllowed =
        view.visible().areListed() && view.visible().numbers() == CustomerNumbers.SHOWN;
    return isAllowed
        ? find(view).map(key -> PageReply.redirect(view.link(PATH, key.toString()).url()))
        : Optional.empty();
  }

  private Optional<CustomerKey> find(View view) {
    List<String> spellings =
        new TypedNumber(view.request().field("number"), view.source().region()).spellings();
    return figures
        .select(CUSTOMER_CALL.CUSTOMER_KEY)
        .from(CALL)
        .join(CUSTOMER_CALL)
        .on(CUSTOMER_CALL.SOURCE.eq(CALL.SOURCE))
        .and(CUSTOMER_CALL.PBX_ID.eq(CALL.PBX_ID))
        .where(view.visible().condition())
        .and(CALL.CUSTOMER.in(spellings))
        .limit(1)
        .fetchOptional(row -> new CustomerKey(row.value1()));
  }
}
