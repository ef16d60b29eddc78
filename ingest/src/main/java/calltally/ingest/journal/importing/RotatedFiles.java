package calltally.ingest.journal.importing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The names under which rotation keeps a log: next to it, with something after its name. */
record RotatedFiles(Path path) {

  /** The file that was read to a position; empty where it is gone or compressed. */
  Optional<Path> holding(FilePosition position) throws IOException {
    for (Path candidate : candidates()) {
      try (GrowingFile file = GrowingFile.open(candidate)) {
        if (file.continues(position)) {
          return Optional.of(candidate);
        }
      }
    }
    return Optional.empty();
  }

  private List<Path> candidates() throws IOException {
    Path folder = path.toAbsolutePath().getParent();
    String name = String.valueOf(path.getFileName());
    if (folder == null) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> String.valueOf(file.getFileName()).startsWith(name))
          .filter(file -> !String.valueOf(file.getFileName()).equals(name))
          .filter(file -> Files.isRegularFile(file) && Files.isReadable(file))
          .sorted()
          .toList();
    }
  }
}
