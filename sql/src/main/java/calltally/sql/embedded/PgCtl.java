package calltally.sql.embedded;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * Runs pg_ctl, which starts and stops a cluster's server.
 *
 * <p>It gives the server a session of its own, so that Ctrl-C in a terminal reaches Calltally only.
 */
record PgCtl(ClusterFolder folder, PostgresBinaries binaries, ServerUser account) {

  private static final Duration STOP_LIMIT = Duration.ofSeconds(60);

  /** Returns when the server is ready, has ended, or is still recovering at the limit. */
  SystemCommand.Outcome start(Duration limit) throws IOException {
    return run(
        "start",
        List.of("--timeout=" + limit.toSeconds(), "--log=" + folder.startLog(), "--silent"));
  }

  /** Terminates the connections and shuts the cluster down cleanly. */
  SystemCommand.Outcome stop() throws IOException {
    return stop("fast");
  }

  /** Stops at once; the next start recovers what was committed. */
  SystemCommand.Outcome abort() throws IOException {
    return stop("immediate");
  }

  private SystemCommand.Outcome stop(String mode) throws IOException {
    return run("stop", List.of("--mode=" + mode, "--timeout=" + STOP_LIMIT.toSeconds()));
  }

  private SystemCommand.Outcome run(String action, List<String> options) throws IOException {
    String program = binaries.in(folder).resolve("bin/pg_ctl").toString();
    Stream<String> words =
        Stream.concat(
            Stream.of(program, action, "--wait", "--pgdata=" + folder.cluster()), options.stream());
    return account.command(folder.path(), words.toArray(String[]::new)).run();
  }
}
