package calltally.sql.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * A command of the operating system or of PostgreSQL, run to completion.
 *
 * @param words the program and its arguments
 * @param folder where it runs
 */
record SystemCommand(List<String> words, Path folder) {

  SystemCommand {
    words = List.copyOf(words);
  }

  Outcome run() throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(words).directory(folder.toFile()).redirectErrorStream(true);
    // The caller's libpq variables and language would change what the programs do and say.
    builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
    builder.environment().put("LC_ALL", "C");
    Process process = builder.start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
    // Not waitFor: an interrupted program must still stop its server.
    return new Outcome(process.onExit().join().exitValue(), output);
  }

  /** Whether it exists and succeeds. */
  boolean succeeds() {
    try {
      return run().succeeded();
    } catch (IOException notThere) {
      return false;
    }
  }

  /** Exit status and output of a command. */
  record Outcome(int status, String output) {

    boolean succeeded() {
      return status == 0;
    }
  }
}
