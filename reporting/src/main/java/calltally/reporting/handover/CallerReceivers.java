package calltally.reporting.handover;

import calltally.reporting.http.SignedWebhook;
import calltally.reporting.mail.MailAddress;
import calltally.reporting.mail.MailServer;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How those who are notified of waiting callers are reached.
 *
 * @param mail null where no mail is sent
 * @param chat null without Telegram
 * @param hooks programs, each with a name of its own
 * @param crms in which callers become tasks, each with a name of its own
 * @param language of the messages to people
 */
public record CallerReceivers(
    @Nullable MailSender mail,
    @Nullable Chat chat,
    List<Hook> hooks,
    List<TaskReceiver> crms,
    Locale language) {

  public CallerReceivers {
    hooks = List.copyOf(hooks);
    crms = List.copyOf(crms);
  }

  /** The server that mails messages, and their sender. */
  public record MailSender(MailServer server, MailAddress from) {}

  /**
   * A Telegram chat.
   *
   * @param masksNumbers whether customers' numbers are masked in it
   */
  public record Chat(TelegramBot bot, boolean masksNumbers) {}

  /**
   * A program that takes over waiting callers.
   *
   * @param name as the ledger stores it
   * @param source whose callers it is notified of
   * @param after how long a caller waits before it is notified of them
   * @param masksNumbers whether it is notified their numbers
   */
  public record Hook(
      String name, String source, SignedWebhook webhook, Duration after, boolean masksNumbers) {}

  /** The channels that are notified of an overdue caller, each with whether numbers are masked. */
  Map<String, Boolean> ofOverdue(String source, List<String> recipients, boolean masksNumbers) {
    Map<String, Boolean> notified = new HashMap<>();
    if (mail != null) {
      recipients.forEach(recipient -> notified.put(recipient, masksNumbers));
    }
    if (chat != null) {
      notified.put(chat.bot().name(), chat.masksNumbers());
    }
    hooks.stream()
        .filter(hook -> hook.source().equals(source))
        .forEach(hook -> notified.put(hook.name(), hook.masksNumbers()));
    return notified;
  }

  /** The channel of that name; empty when this service cannot reach it. */
  Optional<CallerChannel> channel(String name) {
    CallerText words = new CallerText(language);
    if (chat != null && chat.bot().name().equals(name)) {
      return Optional.of(new ChatReceiver(chat.bot(), words));
    }
    for (Hook hook : hooks) {
      if (hook.name().equals(name)) {
        return Optional.of(new HookReceiver(hook.webhook()));
      }
    }
    return mail == null || !name.contains("@") || name.contains(" ")
        ? Optional.empty()
        : Optional.of(new MailReceiver(mail.server(), mail.from(), MailAddress.parse(name), words));
  }
}
