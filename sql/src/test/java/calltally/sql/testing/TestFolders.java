package calltally.sql.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDirFactory;

/**
 * Where tests keep their files: in memory where a Linux machine has room for that. PostgreSQL
 * creates 600 files for each database, which takes a second on a slow disk.
 */
public final class TestFolders implements TempDirFactory {

  private static final Path MEMORY = Path.of("/dev/shm");
  private static final long ROOM = 4L << 30;
  private static final Path BASE =
      hasRoom() ? MEMORY : Path.of(System.getProperty("java.io.tmpdir"));

  /** Creates an empty folder, which the caller removes. */
  public static Path create(String prefix) throws IOException {
    return Files.createTempDirectory(BASE, prefix);
  }

  /** Removes a folder with all that is in it. */
  static void remove(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  @Override
  public Path createTempDirectory(AnnotatedElementContext element, ExtensionContext test)
      throws IOException {
    return create("junit-");
  }

  private static boolean hasRoom() {
    try {
      return Files.isWritable(MEMORY)
          && Files.getFileStore(MEMORY).getUsableSpace() >= ROOM
          && allowsPrograms();
    } catch (IOException e) {
      return false;
    }
  }

  /** Some of these folders hold the programs of PostgreSQL. */
  private static boolean allowsPrograms() throws IOException {
    try (Stream<String> mounts = Files.lines(Path.of("/proc/mounts"))) {
      return mounts
          .filter(mount -> mount.contains(" " + MEMORY + " "))
          .noneMatch(mount -> mount.contains("noexec"));
    }
  }
}
