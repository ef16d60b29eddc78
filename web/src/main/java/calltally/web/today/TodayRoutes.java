package calltally.web.today;

import static java.nio.charset.StandardCharsets.UTF_8;

import calltally.web.http.EntityTag;
import calltally.web.http.NoticePage;
import calltally.web.http.PageReply;
import calltally.web.http.PageRequest;
import calltally.web.http.PageTexts;
import calltally.web.http.Routes;
import calltally.web.http.Templates;
import calltally.web.session.LoggedIn;
import calltally.web.session.Session;
import calltally.web.today.TodayPage.SourceLink;
import calltally.web.user.User;
import calltally.web.user.VisibleCalls;
import java.net.URLEncoder;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The page of today's figures and its fetched part. */
public final class TodayRoutes {

  private static final Logger LOG = LoggerFactory.getLogger(TodayRoutes.class);
  private static final String PATH = "/today";
  private static final String LIVE = PATH + "/live";

  private final String company;
  private final LiveFragments fragments;

  public TodayRoutes(String company, DataSource figures, InstantSource clock) {
    this.company = company;
    this.fragments = new LiveFragments(new SelectToday(figures), clock);
  }

  public void addTo(Routes routes, LoggedIn loggedIn) {
    routes.get("/", request -> PageReply.redirect(PATH));
    routes.get(
        PATH,
        loggedIn.page(
            (request, session) ->
                respond(request, session, live -> whole(live, request, session))));
    routes.get(
        LIVE,
        loggedIn.part(
            (request, session) -> respond(request, session, live -> part(live, request))));
  }

  private PageReply respond(
      PageRequest request, Session session, Function<LiveFragment, PageReply> reply) {
    PageTexts texts = PageTexts.of(session.user(), request);
    try {
      return visible(request, session.user())
          .flatMap(visible -> fragments.get(visible, texts))
          .map(reply)
          .orElseGet(() -> NoticePage.of(404, texts));
    } catch (BusyException e) {
      return NoticePage.of(503, texts);
    } catch (RuntimeException e) {
      LOG.warn("the page cannot read today's figures", e);
      return NoticePage.of(503, texts);
    }
  }

  private static Optional<VisibleCalls> visible(PageRequest request, User user) {
    return VisibleCalls.of(
        user,
        request.parameter("source"),
        request.parameter("line"),
        request.parameter("department"));
  }

  private static PageReply part(LiveFragment live, PageRequest request) {
    return EntityTag.matches(request, live.tag())
        ? PageReply.notModified(live.tag())
        : PageReply.html(200, live.html()).with("ETag", live.tag());
  }

  private PageReply whole(LiveFragment live, PageRequest request, Session session) {
    TodayPage page =
        new TodayPage(
            PageTexts.of(session.user(), request),
            company,
            live.title(),
            live.html(),
            LIVE + query(request),
            session.user().name(),
            whose(session.user()),
            session.formToken(),
            sources(session.user(), request));
    return PageReply.html(200, Templates.render("today.jte", page));
  }

  private static String whose(User user) {
    return user.department() != null
        ? user.department()
        : user.manager() == null ? "" : user.manager();
  }

  private static String query(PageRequest request) {
    String query =
        Stream.of("source", "line", "department")
            .filter(name -> request.parameter(name) != null)
            .map(name -> name + "=" + URLEncoder.encode(request.query().get(name), UTF_8))
            .collect(Collectors.joining("&"));
    return query.isEmpty() ? "" : "?" + query;
  }

  private static List<SourceLink> sources(User user, PageRequest request) {
    String asked = request.parameter("source");
    String current = asked == null ? user.sources().get(0) : asked;
    return user.sources().size() == 1
        ? List.of()
        : user.sources().stream()
            .map(
                name ->
                    new SourceLink(
                        name,
                        PATH + "?source=" + URLEncoder.encode(name, UTF_8),
                        name.equals(current)))
            .toList();
  }
}
