package calltally.ingest.receiver;

import calltally.exchange.request.NotifyRequest;
import calltally.ingest.journal.AsyncCause;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.support.AsyncProcessorSupport;
import org.jspecify.annotations.Nullable;

/** Replaces a request with its answer, without blocking the connection's thread. */
final class ResponderProcessor extends AsyncProcessorSupport {

  private final Responder responder;
  private final @Nullable FairExecutor threads;

  /** Lets the responder wait on the threads of Vert.x. */
  ResponderProcessor(Responder responder) {
    this(responder, null);
  }

  /** Lets the responder work on threads of its own. */
  ResponderProcessor(Responder responder, @Nullable FairExecutor threads) {
    this.responder = responder;
    this.threads = threads;
  }

  @Override
  public boolean process(Exchange exchange, AsyncCallback callback) {
    Context connection = Objects.requireNonNull(Vertx.currentContext());
    NotifyRequest request = exchange.getMessage().getBody(NotifyRequest.class);
    CompletionStage<Void> unused =
        answer(request, connection)
            .exceptionally(failure -> responder.failed(AsyncCause.of(failure)))
            .thenAccept(
                answer ->
                    connection.runOnContext(
                        ready -> {
                          exchange.getMessage().setBody(answer);
                          callback.done(false);
                        }));
    return false;
  }

  /** Does not hold up other connections of the same thread. */
  private CompletionStage<HttpReply> answer(NotifyRequest request, Context connection) {
    if (!responder.needsThread(request)) {
      return responder.answer(request);
    }
    return threads == null
        ? connection
            .executeBlocking(() -> responder.answer(request), false)
            .toCompletionStage()
            .thenCompose(Function.identity())
        : threads.run(
            request.token(), request.body().content().size(), () -> responder.answer(request));
  }
}
