package calltally.ingest.receiver;

import io.vertx.core.http.HttpServerResponse;
import java.util.ArrayList;
import java.util.List;

/** Steps to run once a request is answered or its connection breaks. */
final class ResponseEndHook {

  private final List<Runnable> steps = new ArrayList<>();

  /** The hook of a response. */
  static ResponseEndHook of(HttpServerResponse response) {
    ResponseEndHook hook = new ResponseEndHook();
    response.endHandler(end -> hook.steps.forEach(Runnable::run));
    return hook;
  }

  void then(Runnable step) {
    steps.add(step);
  }
}
