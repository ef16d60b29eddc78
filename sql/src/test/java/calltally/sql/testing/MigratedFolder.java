package calltally.sql.testing;

import calltally.sql.Schema;
import calltally.sql.embedded.EmbeddedCluster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Data folders whose embedded database has the newest schema and no source, copied from one that is
 * created once: a first start takes seconds of processor time.
 */
public final class MigratedFolder {

  private MigratedFolder() {}

  /** Makes a data folder that does not exist yet; its server gets a port of its own. */
  public static void copyTo(Path data) throws IOException {
    OncePerBuild.copy(OncePerBuild.folder("data", MigratedFolder::migrate), data);
  }

  private static void migrate(Path data) throws IOException {
    try (EmbeddedCluster cluster = EmbeddedCluster.open(data)) {
      PGSimpleDataSource migrator = new PGSimpleDataSource();
      migrator.setUrl(cluster.address().url());
      migrator.setUser(cluster.address().user());
      migrator.setPassword(cluster.address().password());
      migrator.setOptions("-c role=" + cluster.owner().user());
      Schema.migrate(migrator);
    }
    removeTraces(data);
  }

  /** A copy must not take the port of another one. */
  private static void removeTraces(Path data) throws IOException {
    try (Stream<Path> files = Files.walk(data)) {
      for (Path file : files.filter(MigratedFolder::isTrace).toList()) {
        Files.delete(file);
      }
    }
  }

  private static boolean isTrace(Path file) {
    String name = file.getFileName().toString();
    return name.equals("port") || name.endsWith(".lock");
  }
}
