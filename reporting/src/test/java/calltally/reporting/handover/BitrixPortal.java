package calltally.reporting.handover;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** A server on this machine that gives the answers that Bitrix24 documents. */
final class BitrixPortal implements AutoCloseable {

  static final String CODE = "s3cr3tc0de";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MOST_AT_ONCE = 50;
  private static final int PER_SECOND = 2;

  /** What goes wrong with a request. */
  enum Fault {
    LOST_ANSWER(true),
    NO_ANSWER_IN_TIME(true),
    HUGE_ANSWER(true),
    BAD_GATEWAY(true),
    INTERNAL_ERROR(true),
    CONNECTION_CLOSED(false),
    LOGIN_PAGE(false),
    REDIRECT(false),
    REVOKED(false),
    REQUEST_LIMIT(false),
    TIME_LIMIT(false),
    ACCESS_DENIED(false);

    private final boolean isActing;

    Fault(boolean isActing) {
      this.isActing = isActing;
    }
  }

  final Map<Long, PortalItem> todos = new ConcurrentHashMap<>();
  final Map<Long, PortalItem> tasks = new ConcurrentHashMap<>();
  final List<JsonNode> leads = new ArrayList<>();
  final List<String> requests = new ArrayList<>();
  final Map<String, Long> contacts = new HashMap<>();
  final Set<Long> users = ConcurrentHashMap.newKeySet();
  volatile Instant now = Instant.EPOCH;
  private final Map<String, Deque<Fault>> faults = new HashMap<>();
  private final Map<String, Runnable> actions = new ConcurrentHashMap<>();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpServer server;
  private Instant countedAt = Instant.EPOCH;
  private double counted;
  private int refusedByLimit;
  private long last;

  BitrixPortal() throws IOException {
    users.addAll(Set.of(1L, 7L));
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::serve);
    server.start();
  }

  URI webhook() {
    return URI.create(
        "http://127.0.0.1:%d/rest/1/%s/".formatted(server.getAddress().getPort(), CODE));
  }

  /** Lets the next requests of a method fail, one after another. */
  synchronized void fail(String method, Fault... next) {
    faults.computeIfAbsent(method, name -> new ArrayDeque<>()).addAll(List.of(next));
  }

  /** Runs something whenever a method has acted, before its answer. */
  void afterwards(String method, Runnable action) {
    actions.put(method, action);
  }

  /** How many requests were beyond the limit. */
  synchronized int refusedByLimit() {
    return refusedByLimit;
  }

  synchronized void forget() {
    todos.clear();
    tasks.clear();
    leads.clear();
    requests.clear();
    faults.clear();
    actions.clear();
    contacts.clear();
    counted = 0;
    refusedByLimit = 0;
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      String method = path.substring(path.lastIndexOf('/') + 1).replace(".json", "");
      JsonNode parameters = JSON.readTree(exchange.getRequestBody());
      Fault fault = received(method, parameters);
      ObjectNode answer = null;
      if (fault == null || fault.isActing) {
        answer = answer(path, method, parameters);
        actions.getOrDefault(method, () -> {}).run();
      }
      answer(exchange, fault, answer);
    }
  }

  private synchronized @Nullable Fault received(String method, JsonNode parameters) {
    requests.add(method + " " + parameters);
    counted = Math.max(0, counted - PER_SECOND * Duration.between(countedAt, now).toMillis() / 1e3);
    countedAt = now;
    if (counted + 1 > MOST_AT_ONCE) {
      refusedByLimit++;
      return Fault.REQUEST_LIMIT;
    }
    counted++;
    Deque<Fault> next = faults.get(method);
    return next == null ? null : next.poll();
  }

  private synchronized ObjectNode answer(String path, String method, JsonNode parameters) {
    if (!path.startsWith("/rest/1/" + CODE + "/")) {
      return error(401, "NO_AUTH_FOUND", "Wrong authorization data");
    }
    return switch (method) {
      case "crm.duplicate.findbycomm" -> duplicates(parameters);
      case "crm.lead.list" -> leads(parameters.path("filter").path("=ORIGIN_ID").asText());
      case "crm.lead.add" -> newLead(parameters.path("fields"));
      case "crm.activity.list" -> activities(parameters.path("filter").path("%SUBJECT").asText());
      case "crm.activity.todo.add" -> newTodo(parameters);
      case "crm.activity.todo.updateDescription" ->
          changed(todos.get(parameters.path("id").asLong()), parameters.path("value"));
      case "crm.activity.update" -> completed(todos.get(parameters.path("id").asLong()));
      case "tasks.task.list" ->
          tasks(parameters.path("filter").path("TITLE").asText().replace("%", ""));
      case "tasks.task.add" -> newTask(parameters.path("fields"));
      case "tasks.task.update" ->
          changed(
              tasks.get(parameters.path("taskId").asLong()),
              parameters.path("fields").path("DESCRIPTION"));
      case "tasks.task.complete" -> completedOnce(tasks.get(parameters.path("taskId").asLong()));
      case "tasks.task.get" -> status(tasks.get(parameters.path("taskId").asLong()));
      default -> error(404, "ERROR_METHOD_NOT_FOUND", "Method not found!");
    };
  }

  private ObjectNode duplicates(JsonNode parameters) {
    ObjectNode found = JSON.createObjectNode();
    for (JsonNode value : parameters.path("values")) {
      Long contact = contacts.get(value.asText().replaceAll("\\D", ""));
      if (contact != null && !found.has("CONTACT")) {
        found.putArray("CONTACT").add(contact);
      }
    }
    // An empty result is an empty list: PHP has one type for both.
    return found.isEmpty() ? result(JSON.createArrayNode()) : result(found);
  }

  private ObjectNode leads(String origin) {
    List<ObjectNode> found = new ArrayList<>();
    for (int lead = 0; lead < leads.size(); lead++) {
      if (leads.get(lead).path("ORIGIN_ID").asText().equals(origin)) {
        found.add(JSON.createObjectNode().put("ID", String.valueOf(lead + 1)));
      }
    }
    return result(JSON.valueToTree(found));
  }

  private ObjectNode newLead(JsonNode fields) {
    if (!users.contains(fields.path("ASSIGNED_BY_ID").asLong())) {
      return error(400, "ERROR_CORE", "The user was not found");
    }
    leads.add(fields);
    return result(JSON.valueToTree(leads.size()));
  }

  private ObjectNode activities(String part) {
    return result(
        JSON.valueToTree(
            todos.values().stream()
                .filter(todo -> todo.title.contains(part))
                .map(
                    todo ->
                        Map.of(
                            "ID",
                            String.valueOf(todo.id),
                            "OWNER_TYPE_ID",
                            todo.owner.split(" ", -1)[0],
                            "OWNER_ID",
                            todo.owner.split(" ", -1)[1]))
                .toList()));
  }

  private ObjectNode newTodo(JsonNode todo) {
    if (!users.contains(todo.path("responsibleId").asLong())) {
      return error(400, "ACCESS_DENIED", "Access denied.");
    }
    PortalItem item =
        new PortalItem(
            ++last,
            todo.path("title").asText(),
            todo.path("ownerTypeId").asText() + " " + todo.path("ownerId").asText(),
            todo.path("responsibleId").asLong(),
            todo.path("deadline").asText(),
            todo.path("description").asText());
    todos.put(item.id, item);
    return result(JSON.createObjectNode().put("id", item.id));
  }

  private ObjectNode tasks(String part) {
    ObjectNode found = JSON.createObjectNode();
    found.set(
        "tasks",
        JSON.valueToTree(
            tasks.values().stream()
                .filter(task -> task.title.contains(part))
                .map(task -> Map.of("id", String.valueOf(task.id)))
                .toList()));
    return result(found);
  }

  private ObjectNode newTask(JsonNode fields) {
    if (!users.contains(fields.path("RESPONSIBLE_ID").asLong())) {
      return error(400, "ERROR_CORE", "User specified in the \"Responsible\" field not found<br>");
    }
    PortalItem item =
        new PortalItem(
            ++last,
            fields.path("TITLE").asText(),
            fields.path("UF_CRM_TASK").path(0).asText("-"),
            fields.path("RESPONSIBLE_ID").asLong(),
            fields.path("DEADLINE").asText(),
            fields.path("DESCRIPTION").asText());
    tasks.put(item.id, item);
    return task(item);
  }

  private static ObjectNode task(PortalItem item) {
    ObjectNode result = JSON.createObjectNode();
    result.putObject("task").put("id", String.valueOf(item.id));
    return result(result);
  }

  private static ObjectNode changed(@Nullable PortalItem item, JsonNode text) {
    if (item == null) {
      return error(400, "NOT_FOUND", "Not found.");
    }
    item.text = text.asText();
    return result(JSON.createObjectNode().put("id", item.id));
  }

  private static ObjectNode completed(@Nullable PortalItem item) {
    if (item == null) {
      return error(400, "NOT_FOUND", "Not found.");
    }
    item.isCompleted = true;
    return result(JSON.valueToTree(true));
  }

  private static ObjectNode completedOnce(@Nullable PortalItem item) {
    return item != null && item.isCompleted
        ? error(400, "0", "Action on the task is not allowed")
        : completed(item);
  }

  private static ObjectNode status(@Nullable PortalItem item) {
    ObjectNode result = JSON.createObjectNode();
    result.putObject("task").put("status", item != null && item.isCompleted ? "5" : "2");
    return result(result);
  }

  private static ObjectNode result(JsonNode value) {
    ObjectNode answer = JSON.createObjectNode();
    answer.set("result", value);
    answer.putObject("time").put("operating", 0);
    return answer;
  }

  private static ObjectNode error(int status, String code, String description) {
    return JSON.createObjectNode()
        .put("status", status)
        .put("error", code)
        .put("error_description", description);
  }

  private void answer(HttpExchange exchange, @Nullable Fault fault, @Nullable ObjectNode answer)
      throws IOException {
    if (fault == null && answer != null) {
      int status = answer.path("status").asInt(200);
      answer.remove("status");
      reply(exchange, status, answer.toString());
    } else if (fault != null) {
      fail(exchange, fault);
    }
  }

  private void fail(HttpExchange exchange, Fault fault) throws IOException {
    switch (fault) {
      case LOST_ANSWER, CONNECTION_CLOSED -> exchange.close();
      case NO_ANSWER_IN_TIME -> awaitEnd();
      case HUGE_ANSWER -> reply(exchange, 200, "{\"result\":\"" + "x".repeat(200_000) + "\"}");
      case BAD_GATEWAY -> reply(exchange, 502, "<html>Bad Gateway</html>");
      case LOGIN_PAGE -> reply(exchange, 200, "<html>Log in</html>");
      case REDIRECT -> {
        exchange.getResponseHeaders().set("Location", "http://127.0.0.1:1/");
        reply(exchange, 302, "");
      }
      case INTERNAL_ERROR -> error(exchange, 500, "INTERNAL_SERVER_ERROR", "Internal server error");
      case REVOKED -> error(exchange, 401, "NO_AUTH_FOUND", "Wrong data: " + CODE);
      case REQUEST_LIMIT -> error(exchange, 503, "QUERY_LIMIT_EXCEEDED", "Too many requests");
      case TIME_LIMIT -> {
        exchange.getResponseHeaders().set("Retry-After", "300");
        error(exchange, 429, "OPERATION_TIME_LIMIT", "Method is blocked");
      }
      case ACCESS_DENIED -> error(exchange, 400, "ACCESS_DENIED", "Denied: +375 29 111-00-01");
      default -> throw new IllegalStateException();
    }
  }

  private static void error(HttpExchange exchange, int status, String code, String description)
      throws IOException {
    ObjectNode error = error(status, code, description);
    error.remove("status");
    reply(exchange, status, error.toString());
  }

  private static void reply(HttpExchange exchange, int status, String text) throws IOException {
    byte[] body = text.getBytes(UTF_8);
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
  }

  private void awaitEnd() {
    try {
      closed.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
