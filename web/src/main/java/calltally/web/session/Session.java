package calltally.web.session;

import calltally.web.http.CsrfToken;
import calltally.web.user.User;

/** A browser that is logged in. */
public record Session(SessionId id, User user) {

  /** The hidden field of this browser's forms. */
  public String formToken() {
    return CsrfToken.of(id.value());
  }
}
