package calltally.ingest.spool;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The folder of a spool, locked by one receiver. */
final class SpoolFolder implements AutoCloseable {

  static final String SEGMENT = ".spool";
  static final String DAMAGED = ".damaged";

  private final Path path;
  private final FileChannel lock;

  private SpoolFolder(Path path, FileChannel lock) {
    this.path = path;
    this.lock = lock;
  }

  /**
   * Locks the folder, creating it if it does not exist.
   *
   * @throws SpoolUnavailable when another receiver uses it
   */
  static SpoolFolder enter(Path path) throws IOException {
    if (!Files.isDirectory(path)) {
      Files.createDirectories(path);
      if (Files.getFileStore(path).supportsFileAttributeView("posix")) {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
      }
      force(path.toAbsolutePath().getParent());
    }
    FileChannel lock = FileChannel.open(path.resolve("lock"), CREATE, WRITE);
    if (!isTaken(lock)) {
      lock.close();
      throw new SpoolUnavailable(SpoolUnavailable.text("in_use", path), null);
    }
    return new SpoolFolder(path, lock);
  }

  Path path() {
    return path;
  }

  /** The files of earlier runs, oldest first. */
  List<Path> segments() throws IOException {
    try (Stream<Path> files = Files.list(path)) {
      return files.filter(file -> file.toString().endsWith(SEGMENT)).sorted().toList();
    }
  }

  Segment create(long number) throws IOException {
    Path file = path.resolve("%012d%s".formatted(number, SEGMENT));
    try {
      Segment segment = Segment.create(file);
      force(path);
      return segment;
    } catch (IOException e) {
      Files.deleteIfExists(file);
      throw e;
    }
  }

  static long number(Path segment) {
    String name = String.valueOf(segment.getFileName());
    return Long.parseLong(name.substring(0, name.length() - SEGMENT.length()));
  }

  /**
   * Bytes that its disk can take; unlimited when the disk does not say, or is full and will say.
   */
  long usableSpace() {
    long usable = path.toFile().getUsableSpace();
    return usable == 0 ? Long.MAX_VALUE : usable;
  }

  void delete(Path file) throws IOException {
    Files.delete(file);
    force(path);
  }

  /** Saves unreadable bytes for somebody to look at; saving the same ones again changes nothing. */
  Path quarantine(Path segment, long position, byte[] bytes) throws IOException {
    Path kept = path.resolve("%012d-%d%s".formatted(number(segment), position, DAMAGED));
    Files.write(kept, bytes);
    try (FileChannel file = FileChannel.open(kept, WRITE)) {
      file.force(true);
    }
    force(path);
    return kept;
  }

  @Override
  public void close() {
    try {
      lock.close();
    } catch (IOException e) {
      throw new SpoolUnavailable("cannot unlock the folder " + path, e);
    }
  }

  private static boolean isTaken(FileChannel lock) throws IOException {
    try {
      return lock.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  /** Fsyncs the entries of a folder. */
  private static void force(@Nullable Path folder) throws IOException {
    if (folder != null) {
      try (FileChannel channel = FileChannel.open(folder, READ)) {
        channel.force(true);
      }
    }
  }
}
