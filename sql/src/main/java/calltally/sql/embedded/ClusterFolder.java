package calltally.sql.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Paths of one embedded PostgreSQL inside a data folder.
 *
 * @param data the data folder, its real path
 */
record ClusterFolder(Path data) {

  private static final String OWNER_ONLY = "rwx------";
  private static final String UNFINISHED = "unfinished-";

  static ClusterFolder in(Path dataFolder) throws IOException {
    if (!Files.isDirectory(dataFolder)) {
      Files.createDirectories(dataFolder);
    }
    return new ClusterFolder(dataFolder.toRealPath());
  }

  /** All of PostgreSQL's files, accessible only to their owner. */
  Path path() {
    return data.resolve("postgresql");
  }

  Path cluster() {
    return path().resolve("cluster");
  }

  /** The server's output before its own log begins. */
  Path startLog() {
    return path().resolve("start.log");
  }

  /** A folder to fill before an atomic rename to its final name. */
  Path unfinished() throws IOException {
    return Files.createTempDirectory(path(), UNFINISHED);
  }

  PrivateFile password() {
    return new PrivateFile(path().resolve("password"));
  }

  /** Password of the database's owner, an ordinary role. */
  PrivateFile ownerPassword() {
    return new PrivateFile(path().resolve("owner.password"));
  }

  /** Password of the role analyst. */
  PrivateFile analystPassword() {
    return new PrivateFile(path().resolve("analyst.password"));
  }

  PrivateFile port() {
    return new PrivateFile(path().resolve("port"));
  }

  /** Held exclusively by the one service. */
  Path serviceLock() {
    return path().resolve("service.lock");
  }

  /** Names the process that holds {@link #serviceLock()}. */
  PrivateFile serviceOwner() {
    return new PrivateFile(path().resolve("service.pid"));
  }

  /** Held shared by every process that uses the cluster. */
  Path usersLock() {
    return path().resolve("users.lock");
  }

  /** Held exclusively and briefly to decide about starting and stopping. */
  Path decisionLock() {
    return path().resolve("decision.lock");
  }

  /** The superuser's password, stored in this file only. */
  String requirePassword() throws IOException {
    return password()
        .read()
        .orElseThrow(() -> new ClusterUnavailable("no_password", password().file()));
  }

  /** Refuses a cluster written by another major version, which PostgreSQL cannot read. */
  void requireMajorVersion(String major) throws IOException {
    Path file = cluster().resolve("PG_VERSION");
    String kept = Files.exists(file) ? Files.readString(file).strip() : major;
    if (!kept.equals(major)) {
      throw new ClusterUnavailable("other_version", cluster(), major, kept);
    }
  }

  void create() throws IOException {
    if (!Files.isDirectory(path())) {
      Files.createDirectories(
          path(),
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OWNER_ONLY)));
    }
  }

  /** Removes leftovers of killed starts, and everything unneeded. */
  void tidy(Predicate<Path> unneeded) throws IOException {
    List<Path> leftovers;
    try (Stream<Path> files = Files.list(path())) {
      leftovers = files.filter(unneeded.or(ClusterFolder::isUnfinished)).toList();
    }
    for (Path leftover : leftovers) {
      delete(leftover);
    }
  }

  private static boolean isUnfinished(Path path) {
    return path.getFileName().toString().startsWith(UNFINISHED);
  }

  static void delete(Path tree) throws IOException {
    List<Path> deepestFirst;
    try (Stream<Path> files = Files.walk(tree)) {
      deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : deepestFirst) {
      Files.deleteIfExists(file);
    }
  }
}
