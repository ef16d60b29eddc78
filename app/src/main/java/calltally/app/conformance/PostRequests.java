package calltally.app.conformance;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.List;

/** Sends requests to a receiver on this machine. */
record PostRequests(int port, ScriptClock clock, HttpClient client) {

  PostRequests(int port, ScriptClock clock) {
    this(port, clock, HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build());
  }

  /** Sends a request with the clock that it has in its scenario, wherever it is in this order. */
  HttpResponse<String> send(Variant variant, int index) throws IOException, InterruptedException {
    List<ScriptedRequest> requests = variant.scenario().requests();
    for (int i = index; i >= 0; i--) {
      Instant at = requests.get(i).at();
      if (at != null) {
        clock.set(at);
        break;
      }
    }
    ScriptedRequest sent = requests.get(index);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(
            URI.create(
                "http://127.0.0.1:%d/notify/%s%s"
                    .formatted(port, variant.source(), path(sent.path()))));
    sent.headers().forEach(request::header);
    request.method(
        sent.method(),
        sent.body().isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(sent.body()));
    return client.send(request.build(), BodyHandlers.ofString());
  }

  private static String path(String written) {
    return written.isEmpty() || written.startsWith("/") || written.startsWith("?")
        ? written
        : "/" + written;
  }
}
