package calltally.ingest.spool;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the folder of a spool holds, as anybody may look while a receiver uses it.
 *
 * @param waiting bytes that wait for the database
 * @param damaged files of what could not be read, in order of their names
 */
public record SpoolUsage(long waiting, List<Path> damaged) {

  public SpoolUsage {
    damaged = List.copyOf(damaged);
  }

  /** Nothing in a folder that is not there yet; a file replayed meanwhile waits no longer. */
  public static SpoolUsage of(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return new SpoolUsage(0, List.of());
    }
    long waiting = 0;
    for (Path segment : ending(folder, SpoolFolder.SEGMENT)) {
      waiting += size(segment);
    }
    return new SpoolUsage(waiting, ending(folder, SpoolFolder.DAMAGED));
  }

  private static List<Path> ending(Path folder, String suffix) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(suffix)).sorted().toList();
    }
  }

  private static long size(Path file) throws IOException {
    try {
      return Files.size(file);
    } catch (NoSuchFileException e) {
      return 0;
    }
  }
}
