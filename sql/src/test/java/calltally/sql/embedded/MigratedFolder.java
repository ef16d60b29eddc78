package calltally.sql.embedded;

import calltally.sql.Schema;
import calltally.sql.testing.TestFolders;
import java.io.IOException;
import java.io.UncheckedIOException;
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

  /** Makes a data folder that has not been used yet. */
  public static void copyTo(Path data) throws IOException {
    ClusterFolder folder = ClusterFolder.in(data);
    folder.create();
    try (Stream<Path> files = Files.list(Template.FOLDER.path())) {
      for (Path file : files.filter(MigratedFolder::isKept).toList()) {
        DataFolder.copyTree(file, folder.path().resolve(file.getFileName()));
      }
    }
  }

  private static boolean isKept(Path file) {
    String name = file.getFileName().toString();
    return Files.isDirectory(file) || name.endsWith("password");
  }

  private static final class Template {

    static final ClusterFolder FOLDER = create();

    private static ClusterFolder create() {
      try {
        Path data = TestFolders.create("calltally-migrated-");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(data)));
        try (EmbeddedCluster cluster = EmbeddedCluster.open(data)) {
          PGSimpleDataSource migrator = new PGSimpleDataSource();
          migrator.setUrl(cluster.address().url());
          migrator.setUser(cluster.address().user());
          migrator.setPassword(cluster.address().password());
          migrator.setOptions("-c role=" + cluster.owner().user());
          Schema.migrate(migrator);
        }
        return ClusterFolder.in(data);
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
