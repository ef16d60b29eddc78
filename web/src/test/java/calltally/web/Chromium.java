package calltally.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A real browser without a window, driven by its DevTools protocol; one tab. */
final class Chromium implements AutoCloseable {

  private static final Pattern LISTENING = Pattern.compile("ws://([^/]+)/");
  private static final Pattern PRINTED_PAGE = Pattern.compile("/Type\\s*/Page\\b(?!s)");
  private static final long SECONDS = 20;
  private static final long MILLIS_BETWEEN = 50;

  private final Process process;
  private final WebSocket socket;
  private final AtomicInteger ids = new AtomicInteger();
  private final Map<Integer, CompletableFuture<JsonObject>> answers;

  private Chromium(
      Process process, WebSocket socket, Map<Integer, CompletableFuture<JsonObject>> answers) {
    this.process = process;
    this.socket = socket;
    this.answers = answers;
  }

  static Chromium start() throws Exception {
    Path profile = Files.createTempDirectory("chromium");
    ProcessBuilder builder =
        new ProcessBuilder(
                System.getProperty("chromium", "chromium"),
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--hide-scrollbars",
                "--lang=en",
                "--remote-debugging-port=0",
                "--user-data-dir=" + profile,
                "about:blank")
            .redirectErrorStream(true);
    builder.environment().put("FONTCONFIG_FILE", fonts(profile).toString());
    Process process = builder.start();
    HttpClient client = HttpClient.newHttpClient();
    HttpRequest tab =
        HttpRequest.newBuilder(URI.create("http://" + address(process) + "/json/new"))
            .PUT(BodyPublishers.noBody())
            .build();
    JsonObject opened = new JsonObject(client.send(tab, BodyHandlers.ofString()).body());
    Replies replies = new Replies(new ConcurrentHashMap<>());
    WebSocket socket =
        client
            .newWebSocketBuilder()
            .buildAsync(URI.create(opened.getString("webSocketDebuggerUrl")), replies)
            .get(SECONDS, TimeUnit.SECONDS);
    Chromium chromium = new Chromium(process, socket, replies.answers);
    chromium.call("Page.enable", new JsonObject());
    return chromium;
  }

  /** The machine's fonts, and that of the reports. */
  private static Path fonts(Path folder) throws IOException {
    Path inter = Path.of("../reports/src/main/resources/calltally/reports/fonts");
    String file =
        """
        <?xml version="1.0"?>
        <fontconfig>
          <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
          <dir>%s</dir>
          <cachedir>%s</cachedir>
        </fontconfig>
        """
            .formatted(inter.toRealPath(), folder);
    return Files.writeString(folder.resolve("fonts.conf"), file);
  }

  private static String address(Process process) throws IOException {
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      Matcher listening = LISTENING.matcher(line);
      if (listening.find()) {
        return listening.group(1);
      }
    }
    throw new IllegalStateException("chromium did not start");
  }

  /** What the browser sends; texts may come in parts. */
  private static final class Replies implements WebSocket.Listener {

    private final StringBuilder text = new StringBuilder();
    private final Map<Integer, CompletableFuture<JsonObject>> answers;

    Replies(Map<Integer, CompletableFuture<JsonObject>> answers) {
      this.answers = answers;
    }

    @Override
    public @Nullable CompletionStage<?> onText(
        WebSocket socket, CharSequence part, boolean isLast) {
      text.append(part);
      if (isLast) {
        JsonObject message = new JsonObject(text.toString());
        text.setLength(0);
        CompletableFuture<JsonObject> answer = answers.remove(message.getInteger("id", 0));
        if (answer != null) {
          answer.complete(message);
        }
      }
      socket.request(1);
      return null;
    }
  }

  /** Calls a method of the protocol. */
  JsonObject call(String method, JsonObject parameters) throws Exception {
    int id = ids.incrementAndGet();
    CompletableFuture<JsonObject> answer = new CompletableFuture<>();
    answers.put(id, answer);
    socket
        .sendText(
            new JsonObject().put("id", id).put("method", method).put("params", parameters).encode(),
            true)
        .get(SECONDS, TimeUnit.SECONDS);
    JsonObject message = answer.get(SECONDS, TimeUnit.SECONDS);
    if (message.containsKey("error")) {
      throw new IllegalStateException(method + ": " + message.getJsonObject("error"));
    }
    return message.getJsonObject("result");
  }

  /** The value of an expression, or of its promise. */
  Object evaluate(String expression) throws Exception {
    JsonObject result =
        call(
            "Runtime.evaluate",
            new JsonObject()
                .put("expression", expression)
                .put("awaitPromise", true)
                .put("returnByValue", true));
    if (result.containsKey("exceptionDetails")) {
      throw new IllegalStateException(expression + ": " + result);
    }
    return result.getJsonObject("result").getValue("value");
  }

  String text() throws Exception {
    return String.valueOf(evaluate("document.body.innerText"));
  }

  /** Opens a URL and waits until it is loaded. */
  void open(String url) throws Exception {
    evaluate("window.isOld = true");
    call("Page.navigate", new JsonObject().put("url", url));
    await("!window.isOld && document.readyState === 'complete'");
  }

  /** Follows what a click or a key leads to. */
  void follow(Action action) throws Exception {
    evaluate("window.isOld = true");
    action.run();
    await("!window.isOld && document.readyState === 'complete'");
  }

  /** What makes the browser load another page. */
  @FunctionalInterface
  interface Action {

    void run() throws Exception;
  }

  void click(String selector) throws Exception {
    follow(() -> evaluate("document.querySelector('" + selector + "').click()"));
  }

  /** Waits until the expression is true, while pages come and go. */
  void await(String expression) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
    while (!isTrue(expression)) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("never true: " + expression + " in " + text());
      }
      new CompletableFuture<Void>()
          .completeOnTimeout(null, MILLIS_BETWEEN, TimeUnit.MILLISECONDS)
          .get();
    }
  }

  private boolean isTrue(String expression) throws Exception {
    try {
      return Boolean.TRUE.equals(evaluate(expression));
    } catch (IllegalStateException e) {
      return false;
    }
  }

  /** Types text into what has the focus. */
  void type(String text) throws Exception {
    call("Input.insertText", new JsonObject().put("text", text));
  }

  /** Presses a key, such as Tab or Enter. */
  void press(String key) throws Exception {
    JsonObject event =
        new JsonObject()
            .put("type", "keyDown")
            .put("key", key)
            .put("code", key)
            .put("windowsVirtualKeyCode", key.equals("Tab") ? 9 : 13);
    call("Input.dispatchKeyEvent", key.equals("Enter") ? event.put("text", "\r") : event);
    call("Input.dispatchKeyEvent", event.copy().put("type", "keyUp"));
  }

  void width(int pixels) throws Exception {
    call(
        "Emulation.setDeviceMetricsOverride",
        new JsonObject()
            .put("width", pixels)
            .put("height", 900)
            .put("deviceScaleFactor", 1)
            .put("mobile", pixels < 500));
  }

  /** Sets a media feature, such as prefers-color-scheme. */
  void dark(boolean isDark) throws Exception {
    call(
        "Emulation.setEmulatedMedia",
        new JsonObject()
            .put(
                "features",
                new JsonArray()
                    .add(
                        new JsonObject()
                            .put("name", "prefers-color-scheme")
                            .put("value", isDark ? "dark" : "light"))));
  }

  /** Prefers pages in the language from now on. */
  void language(String code) throws Exception {
    call("Network.enable", new JsonObject());
    call(
        "Network.setExtraHTTPHeaders",
        new JsonObject().put("headers", new JsonObject().put("Accept-Language", code)));
  }

  /** The page from its top, as wide as the window, as PNG. */
  byte[] picture(int mostHeight) throws Exception {
    Number height = (Number) evaluate("Math.ceil(document.body.offsetHeight)");
    Number width = (Number) evaluate("innerWidth");
    JsonObject clip =
        new JsonObject()
            .put("x", 0)
            .put("y", 0)
            .put("width", width)
            .put("height", Math.min(mostHeight, height.intValue()))
            .put("scale", 1);
    JsonObject shot =
        call(
            "Page.captureScreenshot",
            new JsonObject().put("captureBeyondViewport", true).put("clip", clip));
    return Base64.getDecoder().decode(shot.getString("data"));
  }

  void script(boolean isOn) throws Exception {
    call("Emulation.setScriptExecutionDisabled", new JsonObject().put("value", !isOn));
  }

  /** How many sheets of A4 the page takes. */
  long printedPages() throws Exception {
    return PRINTED_PAGE.matcher(new String(pdf(), ISO_8859_1)).results().count();
  }

  /** The page as printed on A4. */
  byte[] pdf() throws Exception {
    JsonObject paper =
        new JsonObject()
            .put("paperWidth", 8.27)
            .put("paperHeight", 11.69)
            .put("marginTop", 0.4)
            .put("marginBottom", 0.4)
            .put("marginLeft", 0.4)
            .put("marginRight", 0.4)
            .put("printBackground", true);
    return Base64.getDecoder().decode(call("Page.printToPDF", paper).getString("data"));
  }

  @Override
  public void close() {
    socket.abort();
    process.destroy();
    process.onExit().join();
  }
}
