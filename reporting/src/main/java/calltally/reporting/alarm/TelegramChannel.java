package calltally.reporting.alarm;

import calltally.reporting.handover.TelegramBot;
import calltally.reporting.http.NotifyResult;
import calltally.reporting.mail.CircuitBreakers;
import java.time.Instant;

/** A Telegram chat that is notified of alarms; they name no customers. */
public record TelegramChannel(TelegramBot bot) implements AlarmChannel {

  @Override
  public String name() {
    return bot.name();
  }

  @Override
  public boolean isReady(CircuitBreakers breakers) {
    return true;
  }

  @Override
  public NotifyResult send(Notice notice, NoticeText words, CircuitBreakers breakers, Instant now) {
    return bot.send(words.text(notice));
  }
}
