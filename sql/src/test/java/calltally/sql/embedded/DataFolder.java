package calltally.sql.embedded;

import static org.awaitility.Awaitility.await;

import calltally.sql.DatabaseAddress;
import calltally.sql.testing.TestFolders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** A data folder for one test, optionally a copy of a used one, as creating one is slow. */
record DataFolder(ClusterFolder folder) {

  static DataFolder empty(Path parent) throws IOException {
    return new DataFolder(ClusterFolder.in(parent.resolve("data of Romashka")));
  }

  static DataFolder withBinaries(Path parent) throws IOException {
    DataFolder data = empty(parent);
    data.folder.create();
    Files.createSymbolicLink(data.binaries(), Template.BINARIES);
    return data;
  }

  static DataFolder withCluster(Path parent) throws IOException {
    DataFolder data = withBinaries(parent);
    for (Path file : List.of(data.cluster(), data.folder.password().file())) {
      copyTree(Template.FOLDER.path().resolve(file.getFileName()), file);
    }
    return data;
  }

  /** Called by JUnit, which removes the rest. */
  void removeBinaries() throws IOException {
    Files.deleteIfExists(binaries());
  }

  private Path binaries() {
    return folder.path().resolve(Template.BINARIES.getFileName());
  }

  Path path() {
    return folder.data();
  }

  Path cluster() {
    return folder.cluster();
  }

  boolean hasServer() {
    try {
      return Postmaster.livingIn(cluster()).isPresent();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  long server() throws IOException {
    return Postmaster.livingIn(cluster()).orElseThrow().pid();
  }

  ProcessHandle serverProcess() throws IOException {
    return ProcessHandle.of(server()).orElseThrow();
  }

  void awaitServer() {
    await().pollInterval(Duration.ofMillis(2)).atMost(Duration.ofMinutes(1)).until(this::hasServer);
  }

  void awaitNoServer() {
    await().atMost(Duration.ofMinutes(1)).until(() -> !hasServer());
  }

  static String ask(DatabaseAddress address, String sql) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(address.url(), address.user(), address.password());
        Statement statement = connection.createStatement()) {
      if (!statement.execute(sql)) {
        return "";
      }
      ResultSet rows = statement.getResultSet();
      rows.next();
      return rows.getString(1);
    }
  }

  static void copyTree(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path copy = file.equals(from) ? to : to.resolve(from.relativize(file).toString());
        Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
  }

  private static final class Template {

    static final ClusterFolder FOLDER = create();
    static final Path BINARIES = unpacked();

    private static ClusterFolder create() {
      try {
        Path shared = TestFolders.create("calltally-template-");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(shared)));
        EmbeddedCluster.open(shared).close();
        ClusterFolder folder = ClusterFolder.in(shared);
        Files.setPosixFilePermissions(shared, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.setPosixFilePermissions(folder.path(), PosixFilePermissions.fromString("rwxr-xr-x"));
        return folder;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static Path unpacked() {
      try {
        return PostgresBinaries.ofThisMachine().in(FOLDER);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static void remove(Path folder) {
      try {
        ClusterFolder.delete(folder);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
