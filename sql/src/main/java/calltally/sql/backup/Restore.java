package calltally.sql.backup;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Restores a backup into a data folder that is empty or does not exist.
 *
 * @param file the backup
 */
public record Restore(Path file) {

  private static final String UNFINISHED = "unfinished-";
  private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY_FOLDER =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
  private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY_FILE =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

  /**
   * Unpacks the backup; the folder appears only once complete and with all checksums verified.
   *
   * @throws BackupFailed when the folder is not empty or the backup is damaged
   */
  public void into(Path data) {
    try {
      requireEmpty(data);
      Path parent = requireNonNull(data.toAbsolutePath().getParent());
      Files.createDirectories(parent);
      String name = UNFINISHED + data.getFileName() + "-";
      discardKilled(parent, name);
      Path unfinished = Files.createTempDirectory(parent, name, OWNER_ONLY_FOLDER);
      try {
        new BackupReader(file).read(new Unpacked(unfinished));
        Files.deleteIfExists(data);
        Files.move(unfinished, data, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        discard(unfinished);
      }
    } catch (IOException e) {
      throw new BackupFailed(
          "cannot restore backup "
              + file
              + ": it must be readable and the data folder "
              + data
              + " writable (was "
              + e
              + ")",
          e);
    }
  }

  private static void requireEmpty(Path data) throws IOException {
    if (!Files.exists(data)) {
      return;
    }
    try (Stream<Path> files = Files.list(data)) {
      if (files.findAny().isPresent()) {
        throw new BackupFailed(
            "cannot restore backup: the data folder must be empty (was "
                + data
                + "); move it away, or configure another one");
      }
    }
  }

  /** Deletes what killed restores into the same folder have left. */
  private static void discardKilled(Path parent, String name) throws IOException {
    List<Path> left;
    try (Stream<Path> inside = Files.list(parent)) {
      left = inside.filter(path -> isOf(name, path)).toList();
    }
    for (Path unfinished : left) {
      discard(unfinished);
    }
  }

  /** A longer name would be that of another data folder. */
  private static boolean isOf(String name, Path path) {
    String found = path.getFileName().toString();
    return found.startsWith(name) && found.substring(name.length()).matches("[0-9]+");
  }

  private static void discard(Path tree) throws IOException {
    if (!Files.exists(tree)) {
      return;
    }
    List<Path> deepestFirst;
    try (Stream<Path> files = Files.walk(tree)) {
      deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : deepestFirst) {
      Files.delete(path);
    }
  }

  private record Unpacked(Path root) implements BackupReader.Destination {

    @Override
    public void folder(String name) throws IOException {
      create(inside(name));
    }

    @Override
    public OutputStream file(String name) throws IOException {
      Path path = inside(name);
      create(requireNonNull(path.getParent()));
      return Files.newOutputStream(Files.createFile(path, OWNER_ONLY_FILE));
    }

    private static void create(Path folder) throws IOException {
      if (!Files.isDirectory(folder)) {
        Files.createDirectories(folder, OWNER_ONLY_FOLDER);
      }
    }

    private Path inside(String name) {
      Path path = root.resolve(name).normalize();
      if (!path.startsWith(root)) {
        throw new BackupFailed(
            "cannot restore backup: its files must stay inside the data folder (was " + name + ")");
      }
      return path;
    }
  }
}
