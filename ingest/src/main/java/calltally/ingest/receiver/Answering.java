package calltally.ingest.receiver;

import calltally.ingest.journal.Cause;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.support.AsyncProcessorSupport;

/** Replaces what a request asks for by its answer, on the thread of its connection. */
final class Answering extends AsyncProcessorSupport {

  /** What takes longer to read than a change of threads. */
  private static final int LONG = 32 << 10;

  private final Intake intake;

  Answering(Intake intake) {
    this.intake = intake;
  }

  @Override
  public boolean process(Exchange exchange, AsyncCallback callback) {
    Context connection = Objects.requireNonNull(Vertx.currentContext());
    Knock knock = exchange.getMessage().getBody(Knock.class);
    CompletionStage<Void> unused =
        answer(knock, connection)
            .exceptionally(failure -> intake.failed(Cause.of(failure)))
            .thenAccept(
                answer ->
                    connection.runOnContext(
                        ready -> {
                          exchange.getMessage().setBody(answer);
                          callback.done(false);
                        }));
    return false;
  }

  /** Others of the thread's connections do not wait while a long body is read. */
  private CompletionStage<Answer> answer(Knock knock, Context connection) {
    return knock.arrival().size() < LONG
        ? intake.answer(knock)
        : connection
            .executeBlocking(() -> intake.answer(knock), false)
            .toCompletionStage()
            .thenCompose(Function.identity());
  }
}
