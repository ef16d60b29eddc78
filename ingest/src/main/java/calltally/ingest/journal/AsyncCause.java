package calltally.ingest.journal;

import java.util.concurrent.CompletionException;

/** Finds the cause of an asynchronous failure. */
public final class AsyncCause {

  private AsyncCause() {}

  /** The failure itself, without the exceptions that future stages wrap around it. */
  public static Throwable of(Throwable failure) {
    Throwable cause = failure;
    while (cause instanceof CompletionException && cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause;
  }
}
