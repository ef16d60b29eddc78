package calltally.web.session;

import calltally.web.http.PageCookie;
import calltally.web.http.PageRequest;
import java.util.Optional;

/** The cookie that holds the number of a session. */
public final class SessionCookie {

  private static final PageCookie COOKIE = new PageCookie("calltally");

  private SessionCookie() {}

  /** The number that the browser sends; empty without one. */
  public static Optional<SessionId> in(PageRequest request) {
    return SessionId.parse(COOKIE.in(request));
  }

  /** The header that logs the browser in. */
  public static String set(SessionId id, PageRequest request) {
    return COOKIE.set(id.value(), request);
  }

  /** The header that logs it out. */
  public static String delete(PageRequest request) {
    return COOKIE.set("", request);
  }
}
