package calltally.sql.backup;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The data folder that a backup is restored into.
 *
 * <p>A folder that exists is filled from within: it may be a mount, and its user may have no right
 * to the folder above.
 *
 * @param data the data folder
 */
record RestoreFolder(Path data) {

  private static final String UNFINISHED = "unfinished-";
  private static final String DATABASE = "postgresql";
  private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

  /** What killed restores have left does not count. */
  void requireEmpty() throws IOException {
    if (Files.exists(data) && inside(data, path -> !isUnfinished(path)).findAny().isPresent()) {
      throw new BackupFailed("restore.not_empty", data);
    }
  }

  /** Creates the folder to unpack into, and removes those of killed restores. */
  Path begin() throws IOException {
    Path parent = parent();
    try {
      Files.createDirectories(parent);
      for (Path killed : inside(parent, this::isUnfinished).toList()) {
        discard(killed);
      }
      return Files.createTempDirectory(parent, prefix(), OWNER_ONLY);
    } catch (AccessDeniedException e) {
      throw Files.exists(data)
          ? new BackupFailed(e, "restore.denied", e.getFile())
          : new BackupFailed(e, "restore.no_folder", e.getFile(), data);
    }
  }

  /** Moves what was unpacked to its place; the database last, without which nothing starts. */
  void complete(Path unfinished) throws IOException {
    if (!Files.exists(data)) {
      Files.move(unfinished, data, StandardCopyOption.ATOMIC_MOVE);
      return;
    }
    List<Path> databaseLast =
        inside(unfinished, path -> true)
            .sorted(Comparator.comparing(path -> path.endsWith(DATABASE)))
            .toList();
    for (Path path : databaseLast) {
      Files.move(path, data.resolve(unfinished.relativize(path)), StandardCopyOption.ATOMIC_MOVE);
    }
  }

  static void discard(Path tree) throws IOException {
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

  private Path parent() {
    return Files.exists(data) ? data : requireNonNull(data.toAbsolutePath().getParent());
  }

  private String prefix() {
    return UNFINISHED + data.getFileName() + "-";
  }

  /** A longer name would be that of another data folder. */
  private boolean isUnfinished(Path path) {
    String found = path.getFileName().toString();
    return found.startsWith(prefix()) && found.substring(prefix().length()).matches("[0-9]+");
  }

  private static Stream<Path> inside(Path folder, Predicate<Path> wanted) throws IOException {
    try (Stream<Path> paths = Files.list(folder)) {
      return paths.filter(wanted).toList().stream();
    }
  }
}
