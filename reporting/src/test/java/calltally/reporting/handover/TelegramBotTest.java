package calltally.reporting.handover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import calltally.reporting.http.NotifyResult;
import calltally.reporting.mail.SilentServer;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a bot sends, and what follows from the answers that Telegram documents. */
final class TelegramBotTest {

  private static final String TOKEN = "123456:secret-of-the-bot";

  private HttpListener telegram;

  @BeforeEach
  void open() throws IOException {
    telegram = new HttpListener();
  }

  @AfterEach
  void close() {
    telegram.close();
  }

  private TelegramBot bot() {
    return new TelegramBot(telegram.address(), TOKEN, "-100123");
  }

  @Test
  void plain_text_is_sent_to_the_chat_without_a_preview_of_links() {
    NotifyResult result = bot().send("<b>1 < 2</b> _and_ https://example.com");

    assertThat(result).isEqualTo(NotifyResult.taken("HTTP 200"));
    HttpListener.Heard heard = telegram.heard.get(0);
    assertThat(heard.path()).isEqualTo("/bot123456:secret-of-the-bot/sendMessage");
    assertThat(heard.body())
        .isEqualTo(
            "{\"chat_id\":\"-100123\",\"text\":\"<b>1 < 2</b> _and_ https://example.com\","
                + "\"link_preview_options\":{\"is_disabled\":true}}");
  }

  @Test
  void a_text_longer_than_4096_characters_is_cut_between_characters() {
    bot().send("x".repeat(4094) + "\uD83D\uDCDE\uD83D\uDCDE");

    String text = telegram.heard.get(0).json().path("text").asText();
    assertThat(text).hasSize(4095).endsWith("x…");
  }

  @Test
  void too_many_requests_are_repeated_after_the_time_that_telegram_asks_for() {
    telegram.answers(
        429,
        "{\"ok\":false,\"error_code\":429,\"description\":\"Too Many Requests: retry after 37\","
            + "\"parameters\":{\"retry_after\":37}}");

    assertThat(bot().send("text"))
        .isEqualTo(
            NotifyResult.postponed(
                "HTTP 429: Too Many Requests: retry after 37", Duration.ofSeconds(37)));
  }

  @Test
  void the_time_to_wait_may_be_in_a_header_too_and_is_a_day_at_most() {
    telegram.answers(429, "<html>slow down</html>");
    telegram.headers = Map.of("Retry-After", "999999");

    assertThat(bot().send("text"))
        .isEqualTo(NotifyResult.postponed("HTTP 429", Duration.ofDays(1)));
  }

  @ParameterizedTest
  @CsvSource({
    "403, Forbidden: bot was blocked by the user, true",
    "400, Bad Request: chat not found, true",
    "401, Unauthorized, false",
    "404, Not Found, false",
    "500, Internal Server Error, false",
  })
  void a_bot_that_is_blocked_or_has_no_such_chat_is_not_tried_again(
      int status, String description, boolean isRefused) {
    telegram.answers(
        status,
        "{\"ok\":false,\"error_code\":%d,\"description\":\"%s\"}".formatted(status, description));

    NotifyResult result = bot().send("text");

    assertThat(result.isTaken()).isFalse();
    assertThat(result.isRefused()).isEqualTo(isRefused);
    assertThat(result.answer()).isEqualTo("HTTP %d: %s".formatted(status, description));
  }

  @Test
  void an_answer_that_does_not_say_ok_is_a_failure() {
    telegram.answers(200, "<html>a proxy</html>");
    assertThat(bot().send("text")).isEqualTo(NotifyResult.postponed("HTTP 200", null));

    telegram.answers(302, "");
    telegram.headers = Map.of("Location", telegram.address() + "/elsewhere");
    assertThat(bot().send("text").isTaken()).isFalse();
    assertThat(telegram.heard).hasSize(2);
  }

  @Test
  void no_result_and_no_text_of_the_bot_contains_the_token() throws IOException {
    telegram.answers(401, "{\"description\":\"no bot " + TOKEN + "\\n\\u0007here\"}");
    assertThat(bot().send("text").answer()).isEqualTo("HTTP 401: no bot …  here");

    telegram.close();
    assertThat(bot().send("text").answer()).isEqualTo("not reached: ConnectException");
    assertThat(bot().toString()).isEqualTo("telegram -100123");
    try (SilentServer silent = new SilentServer()) {
      URI mute = URI.create("http://127.0.0.1:" + silent.forHttp().getPort());
      assertThat(new TelegramBot(mute, TOKEN, "1").name()).doesNotContain(TOKEN);
    }
  }

  @Test
  void a_huge_answer_is_not_read_to_its_end() {
    telegram.answers(200, "{\"ok\":true,\"result\":\"" + "x".repeat(5_000_000) + "\"}");

    assertThat(bot().send("text")).isEqualTo(NotifyResult.postponed("HTTP 200", null));
  }

  @Test
  void an_address_that_is_not_encrypted_is_refused_without_being_named() {
    URI open = URI.create("http://api.example.com");
    assertThatThrownBy(() -> new TelegramBot(open, TOKEN, "1"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "cannot use address: it must start with https://, or with http:// on this machine");
  }
}
