package calltally.app.configuration;

import calltally.reporting.handover.CallerReceivers.Chat;
import calltally.reporting.handover.TelegramBot;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Reads the Telegram chat that is notified of alarms and of callers who wait too long. */
final class TelegramEntry {

  private TelegramEntry() {}

  /** Null without the key, and where it is wrong. */
  static @Nullable Chat from(YamlValue entry) {
    if (entry.isAbsent()) {
      return null;
    }
    YamlValue telegram = entry.mapping("token", "chat", "url", "mask_numbers");
    telegram.get("token").requirePresent();
    telegram.get("chat").requirePresent();
    String token = telegram.get("token").orNull(ValueRule.BOT_TOKEN);
    String chat = telegram.get("chat").orNull(ValueRule.CHAT);
    URI url = telegram.get("url").or(ValueRule.API_URL, TelegramBot.API);
    boolean isMasked = telegram.get("mask_numbers").or(ValueRule.YES_OR_NO, true);
    return token == null || chat == null
        ? null
        : new Chat(new TelegramBot(url, token, chat), isMasked);
  }
}
