package calltally.app.service;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardCopyOption.COPY_ATTRIBUTES;

import calltally.sql.DatabaseAddress;
import calltally.sql.embedded.EmbeddedCluster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;

/**
 * A hot standby: a copy of a stopped cluster, on a port of its own.
 *
 * <p>It waits for the log of a primary that never comes back, as after the loss of its machine.
 */
record StandbyServer(EmbeddedCluster cluster) implements AutoCloseable {

  /** Copies the embedded PostgreSQL of a data folder, which no program may have open. */
  static StandbyServer copyOf(Path data, Path copy) throws IOException {
    Files.createDirectory(copy);
    try (Stream<Path> files = Files.walk(data.resolve("postgresql"))) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Files.copy(file, copy.resolve(data.relativize(file)), COPY_ATTRIBUTES, NOFOLLOW_LINKS);
      }
    }
    Files.delete(copy.resolve("postgresql/port"));
    Path cluster = copy.resolve("postgresql/cluster");
    Files.createFile(cluster.resolve("standby.signal"));
    Files.write(
        cluster.resolve("postgresql.conf"), List.of("hot_standby = on"), StandardOpenOption.APPEND);
    return new StandbyServer(EmbeddedCluster.open(copy));
  }

  /** The address and login of Calltally's database, as the configuration writes them. */
  String configuration() {
    DatabaseAddress owner = cluster.owner();
    return "database: {url: \"%s\", user: %s, password: \"%s\"}"
        .formatted(owner.url(), owner.user(), owner.password());
  }

  /** Makes it the primary. */
  void promote() throws SQLException {
    DatabaseAddress superuser = cluster.address();
    try (Connection connection =
            DriverManager.getConnection(superuser.url(), superuser.user(), superuser.password());
        Statement statement = connection.createStatement()) {
      statement.execute("select pg_promote()");
    }
  }

  @Override
  public void close() {
    cluster.close();
  }
}
