package calltally.app.page;

import calltally.web.session.SessionId;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** Someone who is logged in. */
record PageReader(URI address, SessionId session, HttpClient client) {

  private static final double MILLION = 1e6;

  /** Milliseconds until the page was received, compressed as browsers ask for it. */
  double read(String path) throws IOException, InterruptedException {
    long start = System.nanoTime();
    HttpRequest request =
        HttpRequest.newBuilder(request(path), (name, value) -> true)
            .header("Accept-Encoding", "gzip")
            .build();
    HttpResponse<byte[]> answer = client.send(request, BodyHandlers.ofByteArray());
    double took = (System.nanoTime() - start) / MILLION;
    if (answer.statusCode() != 200) {
      throw new IOException(path + " was answered with " + answer.statusCode());
    }
    return took;
  }

  HttpRequest request(String path) {
    return HttpRequest.newBuilder(address.resolve(path))
        .header("Cookie", "calltally=" + session.value())
        .build();
  }
}
