package calltally.ingest.receiver;

import calltally.ingest.request.NotifyRequest;
import java.util.concurrent.CompletionStage;

/** Answers the requests of a route. */
interface Responder {

  /** Whether the answer may take long enough to be worth a change of threads. */
  boolean needsThread(NotifyRequest request);

  CompletionStage<Answer> answer(NotifyRequest request);

  /** The answer to a request that could not be answered otherwise. */
  Answer failed(Throwable failure);
}
