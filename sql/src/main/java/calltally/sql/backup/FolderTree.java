package calltally.sql.backup;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.function.Predicate;

/**
 * A folder to back up while other programs write in it.
 *
 * @param root the folder
 * @param prefix path of its contents within the backup
 * @param isLeftOut tests a path relative to the folder; a skipped folder is stored empty
 */
record FolderTree(Path root, String prefix, Predicate<Path> isLeftOut) {

  /** A folder that may be a link, for instance to a larger disk. */
  static FolderTree at(Path folder, String prefix, Predicate<Path> isLeftOut) throws IOException {
    return new FolderTree(folder.toRealPath(), prefix, isLeftOut);
  }

  void writeTo(BackupWriter backup) throws IOException {
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
              throws IOException {
            backup.folder(name(folder));
            return !folder.equals(root) && isLeftOut.test(root.relativize(folder))
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            if (attributes.isRegularFile() && !isLeftOut.test(root.relativize(file))) {
              backup.file(name(file), file);
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
            if (e instanceof NoSuchFileException) {
              return FileVisitResult.CONTINUE;
            }
            throw e;
          }
        });
  }

  private String name(Path path) {
    String inside = root.relativize(path).toString();
    return inside.isEmpty() ? prefix : prefix + "/" + inside;
  }
}
