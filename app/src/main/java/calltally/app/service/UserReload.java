package calltally.app.service;

import calltally.app.terminal.ErrorMessage;
import calltally.app.terminal.Texts;
import calltally.web.user.User;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the page's users again at SIGHUP; the old ones stay when the file has a fault. */
public record UserReload(WebService page, Supplier<List<User>> users) {

  private static final Logger LOG = LoggerFactory.getLogger(UserReload.class);

  /** Waits for the signal, on systems that have it. */
  public void onSignal() {
    if (!HangUpSignal.runs(this::run)) {
      LOG.debug("this system has no SIGHUP: changed users need a restart");
    }
  }

  void run() {
    try {
      List<User> changed = users.get();
      page.replaceUsers(changed);
      LOG.info("Users of the page read again: {}", changed.size());
    } catch (RuntimeException e) {
      LOG.error("the page keeps its users: {}", ErrorMessage.of(e, Texts.ENGLISH));
    }
  }
}
