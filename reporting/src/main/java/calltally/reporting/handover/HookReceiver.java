package calltally.reporting.handover;

import calltally.reporting.http.NotifyResult;
import calltally.reporting.http.SignedWebhook;
import calltally.reporting.mail.CircuitBreakers;
import java.time.Instant;

/** A program that is notified of one waiting caller at a time. */
record HookReceiver(SignedWebhook webhook) implements CallerChannel {

  @Override
  public boolean isDigest() {
    return false;
  }

  @Override
  public boolean isReady(CircuitBreakers breakers) {
    return true;
  }

  @Override
  public NotifyResult send(CallerMessage message, CircuitBreakers breakers, Instant now) {
    return webhook.post(CallerJson.of(message.callers().get(0)), now);
  }
}
