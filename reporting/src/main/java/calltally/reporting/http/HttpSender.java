package calltally.reporting.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Posts JSON, once for each call. Redirects are not followed: what is sent is meant for one host.
 */
public final class HttpSender {

  /** More of an answer is not read. */
  public static final int MOST_CHARACTERS = 16_384;

  private static final Duration CONNECTING = Duration.ofSeconds(5);
  private static final Duration LONGEST_WAIT = Duration.ofHours(24);

  private static final HttpClient CLIENT =
      HttpClient.newBuilder()
          .connectTimeout(CONNECTING)
          .followRedirects(Redirect.NEVER)
          .version(Version.HTTP_1_1)
          .build();

  private HttpSender() {}

  /**
   * Posts a JSON text.
   *
   * @param timeout until the whole answer must be there
   */
  public static HttpResult post(
      URI address, Map<String, String> headers, String json, Duration timeout) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address)
            .timeout(timeout)
            .header("Content-Type", "application/json; charset=utf-8")
            .POST(BodyPublishers.ofString(json, UTF_8));
    headers.forEach(request::header);
    return answer(
        CLIENT.sendAsync(request.build(), head -> new ShortBody(MOST_CHARACTERS)), timeout);
  }

  private static HttpResult answer(
      CompletableFuture<HttpResponse<String>> coming, Duration timeout) {
    try {
      HttpResponse<String> response = coming.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
      return new HttpResult.Answer(
          response.statusCode(),
          response.body(),
          seconds(response.headers().firstValue("Retry-After").orElse("")));
    } catch (ExecutionException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      return new HttpResult.NoAnswer("not reached: " + cause.getClass().getSimpleName());
    } catch (TimeoutException e) {
      return new HttpResult.NoAnswer("no answer within %d ms".formatted(timeout.toMillis()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new HttpResult.NoAnswer("interrupted");
    } finally {
      coming.cancel(true);
    }
  }

  /** A wait that a server asks for, a day at most; null unless it is a number of seconds. */
  static @Nullable Duration seconds(String text) {
    if (!text.matches("\\d{1,9}")) {
      return null;
    }
    Duration asked = Duration.ofSeconds(Long.parseLong(text));
    return asked.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : asked;
  }
}
