package calltally.web.session;

import calltally.web.http.NoticePage;
import calltally.web.http.PageReply;
import calltally.web.http.PageRequest;
import calltally.web.http.PageTexts;
import calltally.web.http.RequestRate;
import calltally.web.http.Responder;
import java.util.Optional;

/**
 * Lets only those who are logged in see a page; all others see the form.
 *
 * @param perSession limit of the requests that one session makes
 */
public record LoggedIn(Sessions sessions, RequestRate perSession) {

  /** A page for a user. */
  @FunctionalInterface
  public interface UserPage {

    PageReply respond(PageRequest request, Session session);
  }

  /** A page to which the browser is sent back to the form. */
  public Responder page(UserPage page) {
    return request -> respond(request, page, PageReply.redirect("/login"));
  }

  /** A part of a page, fetched by the script, which reloads the page when it may not. */
  public Responder part(UserPage page) {
    return request -> respond(request, page, PageReply.text(401, ""));
  }

  private PageReply respond(PageRequest request, UserPage page, PageReply otherwise) {
    Optional<Session> session = SessionCookie.in(request).flatMap(sessions::find);
    if (session.isEmpty()) {
      return otherwise;
    }
    return perSession.allows(session.get().id().value())
        ? page.respond(request, session.get())
        : NoticePage.of(429, PageTexts.of(session.get().user(), request));
  }
}
