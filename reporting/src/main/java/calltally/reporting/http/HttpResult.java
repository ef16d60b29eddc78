package calltally.reporting.http;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The result of one request. */
public sealed interface HttpResult {

  /**
   * What the server answered.
   *
   * @param body at most {@link HttpSender#MOST_CHARACTERS}; the rest is not read
   * @param retryAfter from its header, when in seconds; null without one
   */
  record Answer(int status, String body, @Nullable Duration retryAfter) implements HttpResult {

    public boolean isSuccess() {
      return status / 100 == 2;
    }
  }

  /**
   * No answer; the server may have acted all the same.
   *
   * @param reason never contains the address, which may hold a secret
   */
  record NoAnswer(String reason) implements HttpResult {}
}
