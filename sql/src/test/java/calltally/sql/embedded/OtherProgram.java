package calltally.sql.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import calltally.sql.testing.ChildJvm;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A {@link ClusterProgram} in its own process. */
final class OtherProgram implements AutoCloseable {

  private final Process process;
  private final BufferedReader output;

  private OtherProgram(Process process) {
    this.process = process;
    this.output = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
  }

  static OtherProgram opening(DataFolder folder) throws IOException {
    return start(List.of(), ChildJvm.classPath(), "open", folder);
  }

  static OtherProgram serving(DataFolder folder) throws IOException {
    return start(List.of(), ChildJvm.classPath(), "service", folder);
  }

  static OtherProgram opening(DataFolder folder, OrdinaryUser user) throws IOException {
    return start(user.prefix(), user.classPath(), "open", folder);
  }

  /** Waits for its first line of output. */
  String says() throws IOException {
    return String.valueOf(output.readLine());
  }

  /** Asks it to end and waits. */
  void leave() throws IOException, InterruptedException {
    process.getOutputStream().close();
    awaitEnd();
  }

  /** Sends SIGTERM. */
  void terminate() throws InterruptedException {
    process.destroy();
    awaitEnd();
  }

  /** Sends SIGKILL. */
  void kill() throws InterruptedException {
    process.destroyForcibly();
    awaitEnd();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  private void awaitEnd() throws InterruptedException {
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      throw new AssertionError("the other program must end, but still runs: " + process.pid());
    }
  }

  private static OtherProgram start(
      List<String> prefix, String classPath, String way, DataFolder folder) throws IOException {
    List<String> words = new ArrayList<>(prefix);
    words.addAll(
        ChildJvm.command(
            classPath, List.of(), ClusterProgram.class, way, folder.path().toString()));
    return new OtherProgram(
        new ProcessBuilder(words).redirectError(ProcessBuilder.Redirect.INHERIT).start());
  }
}
