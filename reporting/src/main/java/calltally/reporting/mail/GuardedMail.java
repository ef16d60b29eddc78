package calltally.reporting.mail;

import calltally.reporting.http.NotifyResult;
import org.jspecify.annotations.Nullable;

/** Sends mails through a server unless its circuit breaker is open. */
public record GuardedMail(MailServer server, CircuitBreakers breakers) {

  /** Makes one attempt. */
  public NotifyResult send(Mail mail) {
    try (CircuitBreaker.@Nullable Permit permit = breakers.of(server).tryAcquire().orElse(null)) {
      if (permit == null) {
        return NotifyResult.failed("not tried: %s did not work the last times".formatted(server));
      }
      SendResult result = new SendMail(server).send(mail);
      permit.ended(result);
      return result instanceof SendResult.Taken
          ? NotifyResult.taken(result.answer())
          : NotifyResult.failed(result.answer());
    }
  }
}
