package calltally.ingest.receiver;

import calltally.ingest.journal.AsyncCause;
import calltally.ingest.request.NotifyRequest;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.support.AsyncProcessorSupport;

/** Replaces a request with its answer, without blocking the connection's thread. */
final class ResponderProcessor extends AsyncProcessorSupport {

  private final Responder responder;

  ResponderProcessor(Responder responder) {
    this.responder = responder;
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
    return responder.needsThread(request)
        ? connection
            .executeBlocking(() -> responder.answer(request), false)
            .toCompletionStage()
            .thenCompose(Function.identity())
        : responder.answer(request);
  }
}
