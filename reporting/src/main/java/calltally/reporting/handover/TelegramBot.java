package calltally.reporting.handover;

import calltally.reporting.http.HttpResult;
import calltally.reporting.http.HttpSender;
import calltally.reporting.http.NotifyResult;
import calltally.reporting.http.SafeAddress;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A bot that writes to one Telegram chat.
 *
 * @param url of the Bot API, without a slash at its end
 * @param token the bot's secret
 * @param chat the chat's id, or {@code @} and the name of a channel
 */
public record TelegramBot(URI url, String token, String chat) {

  /** The address of the Bot API. */
  public static final URI API = URI.create("https://api.telegram.org");

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration TIMEOUT = Duration.ofSeconds(10);
  private static final int LONGEST_TEXT = 4096;
  private static final int LONGEST_DESCRIPTION = 200;
  private static final int BAD_REQUEST = 400;
  private static final int FORBIDDEN = 403;

  public TelegramBot {
    URI unused = SafeAddress.require(url);
  }

  /** The name that the ledger stores; contains no secret. */
  public String name() {
    return "telegram " + chat;
  }

  /** Makes one attempt to write plain text, which is cut where it is longer than Telegram takes. */
  public NotifyResult send(String text) {
    HttpResult result = HttpSender.post(address(), Map.of(), json(text), TIMEOUT);
    if (!(result instanceof HttpResult.Answer answer)) {
      return NotifyResult.failed(((HttpResult.NoAnswer) result).reason());
    }
    JsonNode body = body(answer.body());
    String words = words(answer.status(), body);
    if (answer.isSuccess() && body.path("ok").asBoolean()) {
      return NotifyResult.taken(words);
    }
    return answer.status() == BAD_REQUEST || answer.status() == FORBIDDEN
        ? NotifyResult.refused(words)
        : NotifyResult.postponed(words, retryAfter(answer, body));
  }

  private URI address() {
    return URI.create("%s/bot%s/sendMessage".formatted(url, token));
  }

  private String json(String text) {
    ObjectNode message = JSON.createObjectNode();
    message.put("chat_id", chat);
    message.put("text", shortened(text));
    message.putObject("link_preview_options").put("is_disabled", true);
    return message.toString();
  }

  /** Never cuts a character of two code units. */
  private static String shortened(String text) {
    if (text.length() <= LONGEST_TEXT) {
      return text;
    }
    int end = LONGEST_TEXT - 1;
    return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
  }

  private static JsonNode body(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      return MissingNode.getInstance();
    }
  }

  /** The description says what to do, such as that the bot was blocked; it is never trusted. */
  private String words(int status, JsonNode body) {
    String description =
        body.path("description").asText("").replace(token, "…").replaceAll("\\p{Cntrl}", " ");
    return description.isBlank()
        ? "HTTP " + status
        : "HTTP %d: %s"
            .formatted(
                status,
                description.substring(0, Math.min(LONGEST_DESCRIPTION, description.length())));
  }

  private static @Nullable Duration retryAfter(HttpResult.Answer answer, JsonNode body) {
    long seconds = body.path("parameters").path("retry_after").asLong();
    return seconds > 0 ? Duration.ofSeconds(Math.min(seconds, 86_400)) : answer.retryAfter();
  }

  /** Leaves out the token. */
  @Override
  public String toString() {
    return name();
  }
}
