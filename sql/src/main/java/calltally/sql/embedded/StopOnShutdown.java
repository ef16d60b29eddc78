package calltally.sql.embedded;

/** Stops a server whose start was still under way when the program is told to end. */
final class StopOnShutdown implements AutoCloseable {

  private final Thread hook;

  StopOnShutdown(Runnable stop) {
    hook = new Thread(stop, "stop-starting-postgresql");
    try {
      Runtime.getRuntime().addShutdownHook(hook);
    } catch (IllegalStateException e) {
      throw new ClusterUnavailable(
          "the embedded PostgreSQL could not be started: the program is ending", e);
    }
  }

  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException theHookRuns) {
      // It stops the server; nothing is left to take back.
    }
  }
}
