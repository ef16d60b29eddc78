package calltally.reporting.alarm;

import static java.nio.charset.StandardCharsets.UTF_8;

import calltally.reporting.mail.CircuitBreakers;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * A program that is notified by HTTP POST of a JSON object, signed like the exchange's own
 * notifications.
 *
 * @param address {@code http:} or {@code https:}; redirects are not followed
 * @param secret the key of the signature; null sends none
 * @param timeout how long to wait for an answer
 */
public record WebhookChannel(URI address, @Nullable String secret, Duration timeout)
    implements AlarmChannel {

  private static final Duration CONNECTING = Duration.ofSeconds(5);
  private static final Duration ANSWERING = Duration.ofSeconds(10);
  private static final int DIGEST_SHOWN = 8;

  private static final HttpClient CLIENT =
      HttpClient.newBuilder()
          .connectTimeout(CONNECTING)
          .followRedirects(Redirect.NEVER)
          .version(Version.HTTP_1_1)
          .build();

  public WebhookChannel {
    if (address.getHost() == null || !String.valueOf(address.getScheme()).matches("https?")) {
      throw new IllegalArgumentException(
          "cannot use webhook: address must start with https:// or http://");
    }
  }

  /** A channel with the default timeout. */
  public static WebhookChannel of(URI address, @Nullable String secret) {
    return new WebhookChannel(address, secret, ANSWERING);
  }

  @Override
  public String name() {
    return address.getHost() + " " + hex(sha256(address.toString())).substring(0, DIGEST_SHOWN);
  }

  @Override
  public boolean isReady(CircuitBreakers breakers) {
    return true;
  }

  @Override
  public NotifyResult send(Notice notice, NoticeText words, CircuitBreakers breakers, Instant now) {
    CompletableFuture<HttpResponse<Void>> answer =
        CLIENT.sendAsync(request(words.json(notice), now), BodyHandlers.discarding());
    try {
      int status = answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS).statusCode();
      return status / 100 == 2
          ? NotifyResult.taken("HTTP " + status)
          : NotifyResult.failed("HTTP " + status);
    } catch (ExecutionException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      return NotifyResult.failed("not reached: " + cause.getClass().getSimpleName());
    } catch (TimeoutException e) {
      return NotifyResult.failed("no answer within %d ms".formatted(timeout.toMillis()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return NotifyResult.failed("interrupted");
    } finally {
      answer.cancel(true);
    }
  }

  private HttpRequest request(String body, Instant now) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address)
            .timeout(timeout)
            .header("Content-Type", "application/json; charset=utf-8")
            .POST(BodyPublishers.ofString(body, UTF_8));
    if (secret != null) {
      String timestamp = String.valueOf(now.getEpochSecond());
      request
          .header("X-Webhook-Timestamp", timestamp)
          .header("X-Webhook-Signature", signature(timestamp + "." + body, secret));
    }
    return request.build();
  }

  private static String signature(String signed, String secret) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
      return hex(mac.doFinal(signed.getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("cannot sign webhook: this Java has no HMAC-SHA256", e);
    }
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("cannot name webhook: this Java has no SHA-256", e);
    }
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  /** Leaves out address and secret. */
  @Override
  public String toString() {
    return "webhook " + name();
  }
}
