package calltally.web.http;

import java.time.Duration;

/** Notified of what the page does, for monitoring. */
public interface PageWatch {

  /** Notifies nobody. */
  PageWatch NONE =
      new PageWatch() {
        @Override
        public void answered(String route, int status, Duration took) {}

        @Override
        public void loginRefused(String reason) {}

        @Override
        public void figuresShown(boolean areCached) {}
      };

  /**
   * A request was answered.
   *
   * @param route the path without what it is about; {@code other} when it leads nowhere
   */
  void answered(String route, int status, Duration took);

  /**
   * Somebody could not log in.
   *
   * @param reason {@code password} or {@code limit}
   */
  void loginRefused(String reason);

  /** Today's figures were sent, selected just now or a moment ago for another reader. */
  void figuresShown(boolean areCached);
}
