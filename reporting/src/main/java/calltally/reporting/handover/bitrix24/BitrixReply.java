package calltally.reporting.handover.bitrix24;

import calltally.reporting.handover.CrmAnswer;
import calltally.reporting.http.HttpResult;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A reply of Bitrix24's REST API, judged by the documented errors.
 *
 * @param acts whether the request creates or changes something
 * @param secret the webhook's code, which no message repeats
 */
record BitrixReply(HttpResult result, boolean acts, String secret) {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int LONGEST_DESCRIPTION = 150;
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int UNAUTHORIZED = 401;

  /** A new address or right is needed, which takes a person some time. */
  private static final Duration UNTIL_REPAIRED = Duration.ofMinutes(15);

  private static final Set<String> LIMITS =
      Set.of("QUERY_LIMIT_EXCEEDED", "OPERATION_TIME_LIMIT", "OVERLOAD_LIMIT");

  /** Errors of the address and its rights, not of the request. */
  private static final Set<String> RIGHTS =
      Set.of(
          "EXPIRED_TOKEN",
          "NO_AUTH_FOUND",
          "INVALID_CREDENTIALS",
          "INSUFFICIENT_SCOPE",
          "USER_ACCESS_ERROR",
          "PORTAL_DELETED");

  private static final Set<String> GONE = Set.of("NOT_FOUND", "OWNER_NOT_FOUND");

  /**
   * The result of the method.
   *
   * @throws BitrixException without one
   */
  JsonNode value() {
    if (!(result instanceof HttpResult.Answer answer)) {
      throw unavailable(((HttpResult.NoAnswer) result).reason(), acts, null);
    }
    JsonNode body = json(answer.body());
    if (answer.isSuccess() && body.has("result") && !body.has("error")) {
      return body.path("result");
    }
    String error = body.path("error").asText("");
    throw new BitrixException(error.isEmpty() ? unreadable(answer) : failure(answer, body, error));
  }

  /** A page of a proxy or of the portal, or an answer that was cut off. */
  private CrmAnswer unreadable(HttpResult.Answer answer) {
    int status = answer.status();
    boolean mayHaveActed = acts && (answer.isSuccess() || status / 100 == 5);
    return new CrmAnswer.Unavailable(
        "HTTP %d without a result of the REST API".formatted(status),
        mayHaveActed,
        answer.retryAfter());
  }

  private CrmAnswer failure(HttpResult.Answer answer, JsonNode body, String error) {
    String words = words(answer.status(), error, body.path("error_description").asText(""));
    // Some are documented in capitals in one place, and without in another.
    String name = error.toUpperCase(Locale.ROOT);
    if (LIMITS.contains(name) || answer.status() == TOO_MANY_REQUESTS) {
      return new CrmAnswer.Unavailable(words, false, answer.retryAfter());
    }
    if (RIGHTS.contains(name) || answer.status() == UNAUTHORIZED) {
      return new CrmAnswer.Unavailable(words, false, UNTIL_REPAIRED);
    }
    if (answer.status() / 100 == 5) {
      return new CrmAnswer.Unavailable(words, acts, answer.retryAfter());
    }
    return GONE.contains(name) ? new CrmAnswer.Missing(words) : new CrmAnswer.Refused(words);
  }

  private static BitrixException unavailable(
      String words, boolean mayHaveActed, @Nullable Duration retryAfter) {
    return new BitrixException(new CrmAnswer.Unavailable(words, mayHaveActed, retryAfter));
  }

  /** Leaves out everything that could be a number of a customer. */
  private String words(int status, String error, String description) {
    String said =
        (description.isEmpty() ? error : error + ", " + description)
            .replace(secret, "…")
            .replaceAll("<[^>]*>|\\p{Cntrl}", " ")
            .replaceAll("\\d[\\d ()-]{4,}", "…")
            .strip();
    return "HTTP %d: %s"
        .formatted(status, said.substring(0, Math.min(LONGEST_DESCRIPTION, said.length())));
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      return MissingNode.getInstance();
    }
  }
}
