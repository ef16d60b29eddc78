package calltally.reporting.handover;

import calltally.reporting.http.NotifyResult;
import calltally.reporting.mail.CircuitBreakers;
import java.time.Instant;

/** A Telegram chat that is notified of waiting callers. */
record ChatReceiver(TelegramBot bot, CallerText words) implements CallerChannel {

  /** As many lines as fit into a message of Telegram. */
  private static final int MOST_CALLERS = 25;

  @Override
  public boolean isDigest() {
    return true;
  }

  @Override
  public boolean isReady(CircuitBreakers breakers) {
    return true;
  }

  @Override
  public NotifyResult send(CallerMessage message, CircuitBreakers breakers, Instant now) {
    return bot.send(words.text(message, MOST_CALLERS));
  }
}
