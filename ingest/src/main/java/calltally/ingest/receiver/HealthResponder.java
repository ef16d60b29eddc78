package calltally.ingest.receiver;

import calltally.exchange.request.NotifyRequest;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers with the state of the receiver.
 *
 * @param answer may wait for the database
 */
record HealthResponder(Function<NotifyRequest, HttpReply> answer) implements Responder {

  private static final Logger LOG = LoggerFactory.getLogger(HealthResponder.class);

  @Override
  public boolean needsThread(NotifyRequest request) {
    return true;
  }

  @Override
  public CompletionStage<HttpReply> answer(NotifyRequest request) {
    return CompletableFuture.completedFuture(answer.apply(request));
  }

  @Override
  public HttpReply failed(Throwable failure) {
    LOG.error("internal error while answering a probe", failure);
    return HttpReply.FAILED;
  }
}
