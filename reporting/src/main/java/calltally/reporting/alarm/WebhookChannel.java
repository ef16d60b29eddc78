package calltally.reporting.alarm;

import calltally.reporting.http.NotifyResult;
import calltally.reporting.http.SignedWebhook;
import calltally.reporting.mail.CircuitBreakers;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A program that is notified of alarms. */
public record WebhookChannel(SignedWebhook webhook) implements AlarmChannel {

  /**
   * A channel with its own timeout.
   *
   * @param secret the key of the signature; null sends none
   */
  public WebhookChannel(URI address, @Nullable String secret, Duration timeout) {
    this(new SignedWebhook(address, secret, timeout));
  }

  /** A channel with the default timeout. */
  public static WebhookChannel of(URI address, @Nullable String secret) {
    return new WebhookChannel(SignedWebhook.of(address, secret));
  }

  @Override
  public String name() {
    return webhook.name();
  }

  @Override
  public boolean isReady(CircuitBreakers breakers) {
    return true;
  }

  @Override
  public NotifyResult send(Notice notice, NoticeText words, CircuitBreakers breakers, Instant now) {
    return webhook.post(words.json(notice), now);
  }

  /** Leaves out address and secret. */
  @Override
  public String toString() {
    return webhook.toString();
  }
}
