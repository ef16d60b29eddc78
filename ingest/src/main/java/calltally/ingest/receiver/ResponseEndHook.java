package calltally.ingest.receiver;

import io.vertx.core.http.HttpServerResponse;
import java.util.ArrayList;
import java.util.List;

/** What must be done when a request is answered, or its connection breaks before. */
final class ResponseEndHook {

  private final List<Runnable> steps = new ArrayList<>();

  /** That of the request which the response belongs to. */
  static ResponseEndHook of(HttpServerResponse response) {
    ResponseEndHook hook = new ResponseEndHook();
    response.endHandler(end -> hook.steps.forEach(Runnable::run));
    return hook;
  }

  void then(Runnable step) {
    steps.add(step);
  }
}
