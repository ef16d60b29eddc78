package calltally.reporting.handover;

import static calltally.reporting.handover.CallbackFixture.IVAN;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import calltally.reporting.report.query.History;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a program is notified, held against docs/handover.schema.json. */
final class CallerJsonTest {

  private CallbackFixture fixture;
  private History history;

  @BeforeEach
  void open() throws IOException {
    fixture = new CallbackFixture(ZoneId.of("Europe/Minsk"));
    history = fixture.history;
    history.missed("2026-11-18T10:00:00", IVAN, History.SALES, History.ANNA);
    history.missed("2026-11-18T10:02:00", IVAN, History.SALES, History.BORIS);
    history.reached("2026-11-18T11:00:00", History.ANNA, IVAN);
    history.refreshed();
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  /** What is posted until noon, with the headers. */
  private List<HttpListener.Heard> posted(boolean masksNumbers) {
    List<HttpListener.Heard> posted = new ArrayList<>();
    CallbackMonitor monitor =
        new CallbackMonitor(
            fixture.database(),
            fixture.receivers(Duration.ofMinutes(5), masksNumbers),
            fixture.breakers);
    for (String time : List.of("10:05:20", "10:05:21", "10:06:00", "10:31:00", "11:01:00")) {
      Instant now = history.instant("2026-11-18T" + time);
      history
          .sql()
          .execute(
              "update calls.refresh_cursor set refreshed_at = cast(? as timestamptz)",
              now.toString());
      monitor.look(InstantSource.fixed(now));
      posted.addAll(fixture.program.heard);
      fixture.program.heard.clear();
    }
    return posted;
  }

  @Test
  void a_caller_is_handed_over_after_a_time_then_overdue_then_settled() {
    assertThat(posted(false).stream().map(HttpListener.Heard::body))
        .containsExactly(
            """
            {"id":"1-1-waiting","kind":"caller_waiting","source":"main","number":"+375291110001",\
            "line":"+375290000001","line_name":"Sales","missed_calls":2,\
            "first_missed_at":"2026-11-18T07:00:21Z","last_missed_at":"2026-11-18T07:02:21Z",\
            "why":"no_answer","rung":["Boris"],"tries":0,"recording":null,\
            "state":null,"settled_at":null,"by":null}""",
            """
            {"id":"1-1-overdue","kind":"caller_overdue","source":"main","number":"+375291110001",\
            "line":"+375290000001","line_name":"Sales","missed_calls":2,\
            "first_missed_at":"2026-11-18T07:00:21Z","last_missed_at":"2026-11-18T07:02:21Z",\
            "why":"no_answer","rung":["Boris"],"tries":0,"recording":null,\
            "state":null,"settled_at":null,"by":null}""",
            """
            {"id":"1-1-settled","kind":"caller_settled","source":"main","number":"+375291110001",\
            "line":"+375290000001","line_name":"Sales","missed_calls":2,\
            "first_missed_at":"2026-11-18T07:00:21Z","last_missed_at":"2026-11-18T07:02:21Z",\
            "why":"no_answer","rung":["Boris"],"tries":0,"recording":null,\
            "state":"returned","settled_at":"2026-11-18T08:00:05Z","by":"Anna"}""");
  }

  @Test
  void a_program_from_which_numbers_are_hidden_gets_none() {
    assertThat(posted(true)).hasSize(3).allSatisfy(post -> assertThat(number(post)).isTrue());
  }

  private static boolean number(HttpListener.Heard post) {
    return post.json().path("number").isNull() && !post.body().contains("1110001");
  }

  @Test
  void each_post_has_the_signature_of_the_exchange() throws GeneralSecurityException {
    HttpListener.Heard post = posted(false).get(0);
    String timestamp = header(post, "X-webhook-timestamp").get(0);
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec("a secret for callers".getBytes(UTF_8), "HmacSHA256"));

    assertThat(timestamp).isEqualTo("1794985521");
    assertThat(header(post, "X-webhook-signature"))
        .containsExactly(
            HexFormat.of().formatHex(mac.doFinal((timestamp + "." + post.body()).getBytes(UTF_8))));
  }

  @Test
  void the_schema_file_says_what_each_post_contains() throws IOException {
    JsonNode schema = new ObjectMapper().readTree(Files.readString(schemaFile()));
    Set<String> required = new TreeSet<>();
    schema.path("required").forEach(name -> required.add(name.asText()));
    Set<String> known = new TreeSet<>();
    schema.path("properties").fieldNames().forEachRemaining(known::add);

    assertThat(known).isEqualTo(required);
    for (HttpListener.Heard post : posted(false)) {
      JsonNode json = post.json();
      Set<String> names = new TreeSet<>();
      json.fieldNames().forEachRemaining(names::add);
      assertThat(names).isEqualTo(known);
      known.forEach(
          name ->
              assertThat(permits(schema.path("properties").path(name), json.path(name)))
                  .as("%s: %s", name, json.path(name))
                  .isTrue());
    }
  }

  private static boolean permits(JsonNode rule, JsonNode value) {
    boolean isOneOf = rule.path("enum").isMissingNode();
    for (JsonNode permitted : rule.path("enum")) {
      isOneOf |= permitted.equals(value);
    }
    return isOneOf
        && (rule.path("type").isMissingNode()
            || rule.path("type").toString().contains("\"" + type(value) + "\""))
        && (!value.isTextual()
            || rule.path("pattern").isMissingNode()
            || value.asText().matches(rule.path("pattern").asText()));
  }

  private static String type(JsonNode value) {
    return value.isIntegralNumber()
        ? "integer"
        : value.getNodeType().name().toLowerCase(Locale.ROOT);
  }

  private static List<String> header(HttpListener.Heard post, String name) {
    return post.headers().getOrDefault(name, List.of());
  }

  /** Tests run in the folder of their module. */
  private static Path schemaFile() {
    return Path.of("..", "docs", "handover.schema.json");
  }
}
