package calltally.sql.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The server's log: its output before the log opened, then rotated files.
 *
 * @param beginning the output before the log
 * @param folder folder of the log files, whose names sort by age
 */
record ServerLog(Path beginning, Path folder) {

  private static final int KEPT_FILES = 10;

  static ServerLog of(ClusterFolder folder) {
    return new ServerLog(folder.startLog(), folder.cluster().resolve("log"));
  }

  void forgetBeginning() throws IOException {
    Files.deleteIfExists(beginning);
  }

  boolean beganWith(String words) throws IOException {
    return lines(beginning).stream().anyMatch(line -> line.contains(words));
  }

  /** The server's own reason for the failure of the last start, if it gives one. */
  Optional<String> reasonOfFailure() throws IOException {
    Optional<String> reason = lastFatal(lines(beginning));
    List<Path> files = newestFirst();
    if (reason.isEmpty() && !files.isEmpty()) {
      reason = lastFatal(lines(files.get(0)));
    }
    return reason;
  }

  /** Deletes the oldest files, since the server only adds new ones. */
  void prune() throws IOException {
    List<Path> files = newestFirst();
    for (Path old : files.subList(Math.min(KEPT_FILES, files.size()), files.size())) {
      Files.deleteIfExists(old);
    }
  }

  private List<Path> newestFirst() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return new ArrayList<>(files.sorted(Comparator.reverseOrder()).toList());
    }
  }

  private static Optional<String> lastFatal(List<String> lines) {
    return lines.stream()
        .filter(line -> line.contains("FATAL:") || line.contains("PANIC:"))
        .reduce((earlier, later) -> later);
  }

  private static List<String> lines(Path file) throws IOException {
    return Files.exists(file) ? Files.readAllLines(file) : List.of();
  }
}
