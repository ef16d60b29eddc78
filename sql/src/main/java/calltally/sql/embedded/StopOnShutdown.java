package calltally.sql.embedded;

/** Stops a server that is still starting when the program must end. */
final class StopOnShutdown implements AutoCloseable {

  private final Thread hook;

  StopOnShutdown(Runnable stop) {
    hook = new Thread(stop, "stop-starting-postgresql");
    try {
      Runtime.getRuntime().addShutdownHook(hook);
    } catch (IllegalStateException e) {
      throw new ClusterUnavailable(e, "ending");
    }
  }

  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException theHookRuns) {
      // The hook is running and stops the server; there is nothing to remove.
    }
  }
}
