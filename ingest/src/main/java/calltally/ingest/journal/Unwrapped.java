package calltally.ingest.journal;

import java.util.concurrent.CompletionException;

/** Why something that nobody waited for has failed. */
public final class Unwrapped {

  private Unwrapped() {}

  /** The failure itself, out of the wrapping that one stage after another puts around it. */
  public static Throwable of(Throwable failure) {
    Throwable cause = failure;
    while (cause instanceof CompletionException && cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause;
  }
}
