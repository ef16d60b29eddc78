package calltally.web.http;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The threads that make pages. Posted forms have one of their own: hashing passwords takes long,
 * and must delay no page.
 */
final class Workers {

  private static final int PAGES = 4;
  private static final int MOST_PAGES = 100;
  private static final int MOST_FORMS = 20;

  private final WorkerExecutor pages;
  private final WorkerExecutor forms;
  private final AtomicInteger waitingPages = new AtomicInteger();
  private final AtomicInteger waitingForms = new AtomicInteger();

  Workers(Vertx vertx) {
    pages = vertx.createSharedWorkerExecutor("web-page", PAGES);
    forms = vertx.createSharedWorkerExecutor("web-form", 1);
  }

  Future<PageReply> answer(Routes routes, PageRequest request) {
    return request.isPost()
        ? answer(routes, request, forms, waitingForms, MOST_FORMS)
        : answer(routes, request, pages, waitingPages, MOST_PAGES);
  }

  private static Future<PageReply> answer(
      Routes routes, PageRequest request, WorkerExecutor threads, AtomicInteger waiting, int most) {
    if (waiting.incrementAndGet() > most) {
      waiting.decrementAndGet();
      return Future.failedFuture(new RefusedRequest(503));
    }
    return threads
        .executeBlocking(() -> routes.respond(request), false)
        .onComplete(done -> waiting.decrementAndGet());
  }
}
