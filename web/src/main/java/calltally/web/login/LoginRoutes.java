package calltally.web.login;

import calltally.web.http.CsrfToken;
import calltally.web.http.NoticePage;
import calltally.web.http.PageCookie;
import calltally.web.http.PageReply;
import calltally.web.http.PageRequest;
import calltally.web.http.PageTexts;
import calltally.web.http.PageWatch;
import calltally.web.http.Routes;
import calltally.web.http.Templates;
import calltally.web.session.Session;
import calltally.web.session.SessionCookie;
import calltally.web.session.SessionId;
import calltally.web.session.Sessions;
import calltally.web.user.User;
import calltally.web.user.Users;
import java.time.InstantSource;
import java.util.Optional;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The form, and what it and the button to log out post. */
public final class LoginRoutes {

  private static final Logger LOG = LoggerFactory.getLogger(LoginRoutes.class);

  /** Identifies a browser that is not logged in yet. */
  private static final PageCookie FORM = new PageCookie("calltally-form");

  private static final String PATH = "/login";

  private final String company;
  private final Users users;
  private final Sessions sessions;
  private final FailedLogins failed;
  private final PageWatch watch;

  public LoginRoutes(
      String company,
      Users users,
      Sessions sessions,
      DataSource web,
      PageWatch watch,
      InstantSource clock) {
    this.company = company;
    this.users = users;
    this.sessions = sessions;
    this.failed = new FailedLogins(web, clock);
    this.watch = watch;
  }

  public void addTo(Routes routes) {
    routes.get(PATH, request -> form(200, "", request));
    routes.post(PATH, this::logIn);
    routes.post("/logout", this::logOut);
  }

  private PageReply form(int status, String error, PageRequest request) {
    PageTexts texts = PageTexts.of(null, request);
    String known = FORM.in(request);
    String cookie = known.isEmpty() ? SessionId.random().value() : known;
    String message = error.isEmpty() ? "" : texts.text(error);
    LoginPage page = new LoginPage(texts, company, CsrfToken.of(cookie), message);
    PageReply reply = PageReply.html(status, Templates.render("login.jte", page));
    return known.isEmpty() ? reply.with("Set-Cookie", FORM.set(cookie, request)) : reply;
  }

  private PageReply logIn(PageRequest request) {
    if (!CsrfToken.isValid(request, FORM.in(request))) {
      return form(403, "login.expired", request);
    }
    String name = request.field("name");
    if (!failed.begin(name, request.origin().address())) {
      LOG.warn(
          "security: too many failed logins to the page, the last from {}",
          request.origin().address().getHostAddress());
      watch.loginRefused("limit");
      return form(429, "login.too_many", request);
    }
    Optional<User> user = users.withPassword(name, request.field("password"));
    if (user.isEmpty()) {
      watch.loginRefused("password");
      return form(403, "login.wrong", request);
    }
    failed.succeeded(name);
    SessionCookie.in(request).ifPresent(sessions::end);
    Session session = sessions.begin(user.get());
    return PageReply.redirect("/today")
        .with("Set-Cookie", SessionCookie.set(session.id(), request));
  }

  private PageReply logOut(PageRequest request) {
    Optional<SessionId> session = SessionCookie.in(request);
    if (session.isEmpty() || !CsrfToken.isValid(request, session.get().value())) {
      return NoticePage.of(403, PageTexts.of(null, request));
    }
    sessions.end(session.get());
    return PageReply.redirect(PATH).with("Set-Cookie", SessionCookie.delete(request));
  }
}
