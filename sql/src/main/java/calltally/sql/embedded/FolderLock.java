package calltally.sql.embedded;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A lock between processes; the operating system releases it even when its holder is killed.
 *
 * <p>It belongs to the whole JVM, and closing any channel on the file releases it: only {@link
 * FolderUse} opens one, and never two at a time on the same file.
 */
final class FolderLock implements AutoCloseable {

  private final FileChannel channel;

  private FolderLock(FileChannel channel) {
    this.channel = channel;
  }

  /** Waits until no one else holds it. */
  static FolderLock exclusive(Path file) throws IOException {
    return acquire(file, FileChannel::lock).orElseThrow();
  }

  /** Waits until no one else holds it exclusively. */
  static FolderLock shared(Path file) throws IOException {
    return acquire(file, channel -> channel.lock(0, Long.MAX_VALUE, true)).orElseThrow();
  }

  /** The lock, or empty when another process holds it. */
  static Optional<FolderLock> tryExclusive(Path file) throws IOException {
    return acquire(file, FileChannel::tryLock);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  private static Optional<FolderLock> acquire(Path file, Acquisition acquisition)
      throws IOException {
    FileChannel channel = FileChannel.open(file, READ, WRITE, CREATE);
    boolean acquired = false;
    try {
      acquired = acquisition.on(channel) != null;
    } finally {
      if (!acquired) {
        channel.close();
      }
    }
    return acquired ? Optional.of(new FolderLock(channel)) : Optional.empty();
  }

  private interface Acquisition {
    @Nullable FileLock on(FileChannel channel) throws IOException;
  }
}
