package calltally.web.frame;

import calltally.reporting.report.query.UnknownSourceException;
import calltally.reporting.report.query.UnknownSubjectException;
import calltally.web.http.CsrfToken;
import calltally.web.http.NoticePage;
import calltally.web.http.PageReply;
import calltally.web.http.PageRequest;
import calltally.web.http.PageTexts;
import calltally.web.http.Recent;
import calltally.web.http.Responder;
import calltally.web.session.LoggedIn;
import calltally.web.session.Session;
import calltally.web.user.User;
import calltally.web.user.VisibleCalls;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens pages about calls: only for those who are logged in, and only about what is theirs. */
public final class Views {

  private static final Logger LOG = LoggerFactory.getLogger(Views.class);

  private final LoggedIn loggedIn;
  private final InstantSource clock;
  private final DSLContext sql;
  private final Recent<VisibleCalls, VisibleSource> recent = new Recent<>();

  /**
   * Opens pages.
   *
   * @param figures read-only connections of the role calltally_report
   */
  public Views(LoggedIn loggedIn, DataSource figures, InstantSource clock) {
    this.loggedIn = loggedIn;
    this.clock = clock;
    this.sql = DSL.using(figures, SQLDialect.POSTGRES);
  }

  /** A page for a reader; empty when there is nothing to see for them. */
  @FunctionalInterface
  public interface VisiblePage {

    Optional<PageReply> respond(View view);
  }

  /** A page to which the browser is sent back to the form. */
  public Responder page(VisiblePage page) {
    return loggedIn.page((request, session) -> respond(request, session, page));
  }

  /** A part of a page, fetched by the script. */
  public Responder part(VisiblePage page) {
    return loggedIn.part((request, session) -> respond(request, session, page));
  }

  /** What a form of a page posts, with the page's token. */
  public Responder form(VisiblePage page) {
    return loggedIn.page(
        (request, session) ->
            CsrfToken.isValid(request, session.id().value())
                ? respond(request, session, page)
                : NoticePage.of(403, PageTexts.of(session.user(), request)));
  }

  /** A page for those who may look up single calls. */
  public Responder listing(VisiblePage page) {
    return page(view -> view.visible().areListed() ? page.respond(view) : Optional.empty());
  }

  /** The view of fewer calls; empty when they are another department's. */
  public Optional<View> narrowed(View view, VisibleCalls calls) {
    return source(calls, view.now()).map(source -> view.of(calls));
  }

  private PageReply respond(PageRequest request, Session session, VisiblePage page) {
    PageTexts texts = PageTexts.of(session.user(), request);
    try {
      return view(request, session, texts)
          .flatMap(page::respond)
          .orElseGet(() -> NoticePage.of(404, texts));
    } catch (UnknownSourceException | UnknownSubjectException e) {
      return NoticePage.of(404, texts);
    } catch (BadRequestException e) {
      return NoticePage.of(400, texts);
    } catch (BusyException e) {
      return NoticePage.of(503, texts);
    } catch (RuntimeException e) {
      LOG.warn("the page cannot read its figures", e);
      return NoticePage.of(503, texts);
    }
  }

  private Optional<View> view(PageRequest request, Session session, PageTexts texts) {
    Instant now = clock.instant();
    return visible(request, session.user())
        .flatMap(
            visible ->
                source(visible, now)
                    .map(source -> new View(request, session, texts, visible, source, now)));
  }

  private Optional<VisibleSource> source(VisibleCalls visible, Instant now) {
    return recent.get(visible, now, () -> new SelectVisibleSource(visible).run(sql));
  }

  private static Optional<VisibleCalls> visible(PageRequest request, User user) {
    return VisibleCalls.of(
        user,
        request.isPost() && !request.field("source").isEmpty()
            ? request.field("source")
            : request.parameter("source"),
        request.parameter("line"),
        request.parameter("department"));
  }
}
