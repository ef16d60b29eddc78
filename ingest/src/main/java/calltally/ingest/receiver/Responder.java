package calltally.ingest.receiver;

import calltally.exchange.request.NotifyRequest;
import java.util.concurrent.CompletionStage;

/** Answers the requests of a route. */
interface Responder {

  /** Whether answering may take long enough to justify a thread switch. */
  boolean needsThread(NotifyRequest request);

  CompletionStage<HttpReply> answer(NotifyRequest request);

  /** The answer after a failure. */
  HttpReply failed(Throwable failure);
}
