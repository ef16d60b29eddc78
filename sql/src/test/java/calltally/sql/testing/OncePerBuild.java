package calltally.sql.testing;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import calltally.sql.Schema;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What takes seconds of processor time to make, such as a database with the newest schema or an
 * archive of classes: the first JVM of tests makes it for all modules, in the build folder of this
 * one, and the others copy or use it.
 */
final class OncePerBuild {

  private static final int DIGEST = 16;

  private OncePerBuild() {}

  /** What fills an empty folder, and leaves no program at work in it. */
  interface Maker {
    void fill(Path folder) throws IOException;
  }

  /** The folder of that name for these migrations; filled before, by whichever JVM came first. */
  static synchronized Path folder(String name, Maker maker) throws IOException {
    Path all = Files.createDirectories(buildFolder().resolve("test-databases"));
    Path folder = all.resolve(name + "-" + migrations());
    try (FileChannel lock = FileChannel.open(all.resolve(name + ".lock"), CREATE, WRITE)) {
      lock.lock();
      if (Files.notExists(folder)) {
        Path unfinished = Files.createTempDirectory(all, "unfinished-");
        maker.fill(unfinished);
        Files.move(unfinished, folder, ATOMIC_MOVE);
      }
    }
    return folder;
  }

  /** Copies all files to a folder that is empty or does not exist. */
  static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path copy = to.resolve(from.relativize(file));
        if (!Files.isDirectory(copy)) {
          Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
        }
      }
    }
  }

  private static Path buildFolder() {
    try {
      Path classes =
          Path.of(Schema.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      return Objects.requireNonNull(classes.getParent());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String migrations() throws IOException {
    try (InputStream digest = Schema.class.getResourceAsStream("migrations.sha256")) {
      return new String(Objects.requireNonNull(digest).readAllBytes(), US_ASCII)
          .substring(0, DIGEST);
    }
  }
}
