package calltally.sql.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The main process of a running PostgreSQL, as described in its {@code postmaster.pid}.
 *
 * @param status starting, stopping, ready or standby; empty in its first moments
 */
record Postmaster(long pid, int port, String status) {

  private static final int PID_LINE = 0;
  private static final int PORT_LINE = 3;
  private static final int STATUS_LINE = 7;
  private static final String PROGRAM = "postgres";
  private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");
  private static final Pattern ZOMBIE = Pattern.compile("(?m)^State:\\s+Z");
  private static final Pattern PROCESS_NAME = Pattern.compile("(?m)^Name:\\s+" + PROGRAM + "$");

  /** The postmaster of a cluster; empty unless its process is alive. */
  static Optional<Postmaster> livingIn(Path cluster) throws IOException {
    return described(file(cluster)).filter(Postmaster::lives);
  }

  /**
   * Removes a {@code postmaster.pid} left by a crash where PostgreSQL would trust it: an empty one,
   * or one whose process id now belongs to another process or a zombie, as happens in containers.
   */
  static void removeRemnantIn(Path cluster) throws IOException {
    Optional<Postmaster> described = described(file(cluster));
    boolean believable = described.isPresent() && ProcessHandle.of(described.get().pid).isEmpty();
    if (!believable && described.filter(Postmaster::lives).isEmpty()) {
      Files.deleteIfExists(file(cluster));
    }
  }

  boolean isStartingUp() {
    return !status.equals("ready") && !status.equals("stopping");
  }

  private boolean lives() {
    Optional<ProcessHandle> process = ProcessHandle.of(pid).filter(ProcessHandle::isAlive);
    return process.isPresent() && isPostgres(process.get());
  }

  private boolean isPostgres(ProcessHandle process) {
    try {
      String state = Files.readString(Path.of("/proc", Long.toString(pid), "status"));
      return PROCESS_NAME.matcher(state).find() && !ZOMBIE.matcher(state).find();
    } catch (IOException withoutProc) {
      return process.info().command().map(command -> command.endsWith(PROGRAM)).orElse(true);
    }
  }

  private static Optional<Postmaster> described(Path file) throws IOException {
    List<String> lines;
    try {
      lines = Files.readAllLines(file).stream().map(String::strip).toList();
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
    if (!haveProcessAndPort(lines)) {
      return Optional.empty();
    }
    String status = lines.size() > STATUS_LINE ? lines.get(STATUS_LINE) : "";
    return Optional.of(
        new Postmaster(
            Long.parseLong(lines.get(PID_LINE)), Integer.parseInt(lines.get(PORT_LINE)), status));
  }

  private static boolean haveProcessAndPort(List<String> lines) {
    return lines.size() > PORT_LINE
        && NUMBER.matcher(lines.get(PID_LINE)).matches()
        && NUMBER.matcher(lines.get(PORT_LINE)).matches();
  }

  private static Path file(Path cluster) {
    return cluster.resolve("postmaster.pid");
  }
}
