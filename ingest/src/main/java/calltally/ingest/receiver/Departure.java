package calltally.ingest.receiver;

import io.vertx.core.http.HttpServerResponse;
import java.util.ArrayList;
import java.util.List;

/** What is to be done when a request is answered, or the connection breaks before. */
final class Departure {

  private final List<Runnable> steps = new ArrayList<>();

  /** Of the request that the response belongs to. */
  static Departure of(HttpServerResponse response) {
    Departure departure = new Departure();
    response.endHandler(end -> departure.steps.forEach(Runnable::run));
    return departure;
  }

  void then(Runnable step) {
    steps.add(step);
  }
}
