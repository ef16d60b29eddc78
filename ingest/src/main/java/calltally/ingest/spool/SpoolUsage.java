package calltally.ingest.spool;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The content of a spool's folder, which can be read while a receiver uses it.
 *
 * @param waiting bytes that wait for the database
 * @param damaged files of unreadable bytes, sorted by name
 */
public record SpoolUsage(long waiting, List<Path> damaged) {

  public SpoolUsage {
    damaged = List.copyOf(damaged);
  }

  /**
   * Reads the folder; one that does not exist is empty, and files replayed meanwhile don't count.
   */
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
