package calltally.app.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static picocli.CommandLine.ExitCode.OK;
import static picocli.CommandLine.ExitCode.SOFTWARE;
import static picocli.CommandLine.ExitCode.USAGE;

import calltally.app.testing.TestConsole;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The trial of receivers of waiting callers. */
final class HandoverCommandTest {

  @TempDir private Path folder;

  private final List<String> heard = new CopyOnWriteArrayList<>();
  private final Map<String, String> answers = new ConcurrentHashMap<>();
  private HttpServer server;
  private TestConsole console;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            String path = exchange.getRequestURI().getPath();
            String method = path.substring(path.lastIndexOf('/') + 1);
            heard.add(method + " " + new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            byte[] body =
                answers.getOrDefault(method, "{\"error\":\"NO_AUTH_FOUND\"}").getBytes(UTF_8);
            exchange.sendResponseHeaders(answers.containsKey(method) ? 200 : 401, body.length);
            exchange.getResponseBody().write(body);
          }
        });
    server.start();
    console = new TestConsole(folder);
    String url = "http://127.0.0.1:" + server.getAddress().getPort();
    Files.writeString(
        folder.resolve("calltally.yaml"),
        """
        handover:
          - {name: hooks, to: webhook, url: "%1$s/in", secret: "a secret of hooks"}
          - {name: b24, to: bitrix24, url: "%1$s/rest/1/s3cr3tc0de/", responsible: {default: 1}}
        """
            .formatted(url));
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void requests_are_printed_and_not_sent() {
    assertThat(console.run("handover", "test")).as(console.err()).isEqualTo(OK);

    assertThat(heard).isEmpty();
    assertThat(console.out())
        .contains("\"kind\":\"caller_waiting\"", "\"kind\":\"caller_settled\"")
        .contains("POST crm.duplicate.findbycomm", "\"375291112233\",\"80291112233\"")
        .contains("POST crm.activity.todo.add", "Call back +375 29 111-22-33")
        .doesNotContain("s3cr3tc0de", "a secret of hooks");
  }

  @Test
  void a_task_is_created_for_a_known_customer_and_closed() {
    answers.put("crm.activity.list.json", "{\"result\":[]}");
    answers.put("crm.duplicate.findbycomm.json", "{\"result\":{\"CONTACT\":[12]}}");
    answers.put("crm.activity.todo.add.json", "{\"result\":{\"id\":5}}");
    answers.put("crm.activity.todo.updateDescription.json", "{\"result\":{\"id\":5}}");
    answers.put("crm.activity.update.json", "{\"result\":true}");

    assertThat(console.run("handover", "test", "b24", "--send")).isEqualTo(USAGE);
    assertThat(heard).isEmpty();
    assertThat(console.run("handover", "test", "b24", "--send", "--number", "+375291112233"))
        .as(console.err())
        .isEqualTo(OK);

    assertThat(console.out()).isEqualTo("b24: taken, HTTP 200\n");
    assertThat(heard).hasSize(5).last().asString().contains("\"COMPLETED\":\"Y\"");
  }

  @Test
  void what_a_receiver_answers_is_printed() {
    answers.put("in", "");

    assertThat(console.run("handover", "test", "hooks", "--send")).isEqualTo(OK);
    assertThat(console.out()).isEqualTo("hooks: taken, HTTP 200\n");
    assertThat(heard).hasSize(2);
    assertThat(console.run("handover", "test", "b24", "--send", "--number", "+375291112233"))
        .isEqualTo(SOFTWARE);
    assertThat(console.out()).isEqualTo("b24: not taken, HTTP 401: NO_AUTH_FOUND\n");
  }

  @Test
  void an_unknown_receiver_and_none_at_all_are_refused() throws IOException {
    assertThat(console.run("handover", "test", "fax")).isEqualTo(SOFTWARE);
    assertThat(console.err())
        .isEqualTo("cannot try receiver: it must be one of hooks, b24 (was fax)\n");
    assertThat(console.run("handover")).isEqualTo(USAGE);
    Files.writeString(folder.resolve("calltally.yaml"), "company: {name: Romashka}\n");

    assertThat(console.run("handover", "test")).isEqualTo(SOFTWARE);
    assertThat(console.err()).startsWith("cannot try receivers: calltally.yaml must have handover");
  }
}
