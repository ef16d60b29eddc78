package calltally.ingest.receiver;

import static calltally.ingest.testing.IngestDatabase.TOKEN;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import calltally.ingest.testing.IngestDatabase;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The worked examples of the definitions that concern rejected and repeated notifications. */
final class WorkedExamplesTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final IngestDatabase database = new IngestDatabase();
  private final Receiver receiver =
      Receiver.start(
          database.receiver(), database.ingest(), () -> Instant.parse("2026-11-20T07:00:00Z"));
  private final HttpClient client = HttpClient.newHttpClient();

  @AfterEach
  void stop() {
    receiver.close();
    database.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "09-notifications-arrive-out-of-order-and-twice",
        "13-withheld-number-plus-sign-eaten-by-the-query-string-blanks-i",
        "19-what-is-refused-what-is-kept"
      })
  void refused_and_repeated_notifications_are_counted(String name) throws Exception {
    JsonNode example = example(name);
    List<Integer> statuses = new ArrayList<>();
    for (JsonNode notification : example.get("notifications")) {
      statuses.add(statuses.size() % 2 == 0 ? post(notification) : get(notification));
    }

    int rejected = example.at("/expect/rejected").intValue();
    int duplicates = example.at("/expect/duplicates").intValue();
    assertThat(statuses).filteredOn(status -> status == 422).hasSize(rejected);
    assertThat(statuses).filteredOn(status -> status == 200).hasSize(statuses.size() - rejected);
    assertThat(database.count("journal.rejected")).isEqualTo(rejected);
    assertThat(database.count("journal.notification"))
        .isEqualTo(statuses.size() - rejected - duplicates);
    assertThat(database.row("select coalesce(sum(deliveries), 0) from journal.duplicate"))
        .containsExactly(String.valueOf(duplicates));
  }

  @ParameterizedTest
  @ValueSource(strings = "13-withheld-number-plus-sign-eaten-by-the-query-string-blanks-i")
  void numbers_are_read_as_in_the_example(String name) throws Exception {
    for (JsonNode notification : example(name).get("notifications")) {
      post(notification);
    }

    assertThat(
            database.row(
                "select array_agg(distinct caller), array_agg(distinct receiver) from journal.notification"))
        .containsExactly("{+375291112233,NULL}", "{+375290000001}");
  }

  private static JsonNode example(String name) throws IOException {
    try (InputStream file =
        WorkedExamplesTest.class.getResourceAsStream("/calltally/ingest/cases/" + name + ".json")) {
      return JSON.readTree(file);
    }
  }

  private int post(JsonNode notification) throws IOException, InterruptedException {
    return status(
        HttpRequest.newBuilder(uri(""))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(notification.toString())));
  }

  private int get(JsonNode notification) throws IOException, InterruptedException {
    String query =
        notification.properties().stream()
            .map(
                field -> field.getKey() + "=" + URLEncoder.encode(field.getValue().asText(), UTF_8))
            .collect(Collectors.joining("&"));
    return status(HttpRequest.newBuilder(uri("?" + query)));
  }

  private int status(HttpRequest.Builder request) throws IOException, InterruptedException {
    return client.send(request.build(), BodyHandlers.discarding()).statusCode();
  }

  private URI uri(String query) {
    return URI.create("http://127.0.0.1:" + receiver.port() + "/notify/" + TOKEN + query);
  }
}
