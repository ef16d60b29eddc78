package calltally.sql.testing;

import calltally.sql.Schema;
import calltally.sql.embedded.EmbeddedCluster;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
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
    try (Stream<Path> files = Files.walk(Template.FOLDER)) {
      for (Path file : files.filter(MigratedFolder::isKept).toList()) {
        Files.copy(
            file,
            data.resolve(Template.FOLDER.relativize(file)),
            StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
  }

  private static boolean isKept(Path file) {
    String name = file.getFileName().toString();
    return !name.equals("port") && !name.endsWith(".lock");
  }

  private static final class Template {

    static final Path FOLDER = create();

    private static Path create() {
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
        return data;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static void remove(Path folder) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
