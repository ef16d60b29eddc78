package calltally.web.today;

import calltally.web.frame.Frame;
import calltally.web.frame.HeavyQueries;
import calltally.web.frame.View;
import calltally.web.frame.Views;
import calltally.web.http.EntityTag;
import calltally.web.http.Link;
import calltally.web.http.PagePiece;
import calltally.web.http.PageReply;
import calltally.web.http.PageRequest;
import calltally.web.http.PageWatch;
import calltally.web.http.Routes;
import calltally.web.http.Templates;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Executor;
import javax.sql.DataSource;

/** The page of today's figures with its fetched part, and that of any other day. */
public final class TodayRoutes {

  /** How long readers are sent figures as they were. */
  public static final Duration LONGEST_KEPT = LiveFragments.FRESH;

  private static final String TODAY = "/today";
  private static final String LIVE = TODAY + "/live";
  private static final String DAY = "/day/";

  /** No text of a page contains it: a template would have escaped it. */
  private static final String PLACE = "<!-- live -->";

  private final String company;
  private final SelectToday select;
  private final HeavyQueries queries;
  private final LiveFragments fragments;

  /**
   * The pages.
   *
   * @param other selects what is usual while the rest is selected
   */
  public TodayRoutes(
      String company, DataSource figures, Executor other, HeavyQueries queries, PageWatch watch) {
    this.company = company;
    this.select = new SelectToday(figures, other);
    this.queries = queries;
    this.fragments = new LiveFragments(select, queries, watch);
  }

  public void addTo(Routes routes, Views views) {
    routes.get("/", request -> PageReply.redirect(TODAY));
    routes.get(TODAY, views.page(view -> fragments.get(view).map(live -> whole(live, view))));
    routes.get(
        LIVE, views.part(view -> fragments.get(view).map(live -> part(live, view.request()))));
    routes.below(DAY, views.page(this::day));
  }

  private static PageReply part(LiveFragment live, PageRequest request) {
    return EntityTag.matches(request, live.tag())
        ? PageReply.notModified(live.tag())
        : PageReply.html(request, live.html()).with("ETag", live.tag());
  }

  /** The fetched part goes into the reader's own frame as it is, neither encoded nor compressed. */
  private PageReply whole(LiveFragment live, View view) {
    Frame frame = Frame.of(company, live.title(), TODAY, view);
    String around =
        Templates.render(
            "today.jte",
            new TodayPage(frame, PLACE, parameters(Link.to(LIVE), view).url(), live.tag()));
    int place = around.indexOf(PLACE);
    return PageReply.html(
        view.request(),
        PagePiece.of(around.substring(0, place)),
        live.html(),
        PagePiece.of(around.substring(place + PLACE.length())));
  }

  private static Link parameters(Link link, View view) {
    return link.with("source", view.parameter("source"))
        .with("line", view.parameter("line"))
        .with("department", view.parameter("department"));
  }

  /** The date as its reports say, at the moment of the request. */
  private Optional<PageReply> day(View view) {
    return date(view.request().subject())
        .filter(date -> !date.isAfter(view.source().date(view.now())))
        .flatMap(
            date -> queries.run(() -> select.of(view.visible(), view.source(), date, now(view))))
        .map(day -> day(day, view));
  }

  private static Instant now(View view) {
    return view.now();
  }

  private PageReply day(Today day, View view) {
    LivePage page = LivePages.of(day, view);
    LocalDate date = day.report().head().period().from();
    boolean isToday = date.equals(view.source().date(view.now()));
    String title = view.wording().notation().longDate(date);
    DayPage whole =
        new DayPage(
            Frame.of(company, title, Link.to(DAY, date.toString()).url(), view),
            Templates.render("live.jte", page),
            link(date.minusDays(1), view),
            isToday ? null : link(date.plusDays(1), view),
            parameters(Link.to("/calls"), view).with("from", date.toString()).url(),
            view.link("/reports").with("date", date.toString()).url());
    return PageReply.html(200, Templates.render("day.jte", whole));
  }

  private static String link(LocalDate date, View view) {
    return parameters(Link.to(DAY, date.toString()), view).url();
  }

  private static Optional<LocalDate> date(String text) {
    try {
      return Optional.of(LocalDate.parse(text)).filter(date -> date.getYear() >= 2000);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
