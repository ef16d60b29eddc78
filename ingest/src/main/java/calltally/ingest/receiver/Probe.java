package calltally.ingest.receiver;

import calltally.ingest.request.NotifyRequest;
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
record Probe(Function<NotifyRequest, Answer> answer) implements Responder {

  private static final Logger LOG = LoggerFactory.getLogger(Probe.class);

  @Override
  public boolean needsThread(NotifyRequest request) {
    return true;
  }

  @Override
  public CompletionStage<Answer> answer(NotifyRequest request) {
    return CompletableFuture.completedFuture(answer.apply(request));
  }

  @Override
  public Answer failed(Throwable failure) {
    LOG.error("internal error while answering a probe", failure);
    return Answer.FAILED;
  }
}
