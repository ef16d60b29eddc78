package calltally.ingest.journal.importing;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** A log that another program writes; stays open when it is renamed. */
final class GrowingFile implements AutoCloseable {

  private static final int CHUNK = 4 << 20;

  /** More of the first line is not needed to know a file again. */
  private static final int BEGINNING = 4096;

  private final Path path;
  private final FileChannel channel;
  private final @Nullable Object key;

  private GrowingFile(Path path, FileChannel channel, @Nullable Object key) {
    this.path = path;
    this.channel = channel;
    this.key = key;
  }

  static GrowingFile open(Path path) throws IOException {
    FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
    return new GrowingFile(path, channel, key(path));
  }

  private static @Nullable Object key(Path path) throws IOException {
    return Files.readAttributes(path, BasicFileAttributes.class).fileKey();
  }

  /** A digest of its first line; empty as long as that is not whole. */
  String firstLine() throws IOException {
    byte[] beginning = read(0, BEGINNING);
    int end = indexOf(beginning, 0);
    if (end < 0 && beginning.length < BEGINNING) {
      return "";
    }
    return digest(Arrays.copyOf(beginning, end < 0 ? BEGINNING : end));
  }

  /**
   * Whole lines after a position; none when there are none yet.
   *
   * @param isOver whether nobody writes any more, so that the last line is whole too
   */
  byte[] lines(FilePosition position, boolean isOver) throws IOException {
    byte[] read = read(position.bytes(), CHUNK);
    if (isOver && read.length < CHUNK) {
      return read;
    }
    int end = read.length;
    while (end > 0 && read[end - 1] != '\n') {
      end--;
    }
    return end == 0 && read.length == CHUNK ? read : Arrays.copyOf(read, end);
  }

  /** Whether it begins as it did, and is at least as long. */
  boolean continues(FilePosition position) throws IOException {
    return position.bytes() == 0
        || (channel.size() >= position.bytes() && firstLine().equals(position.firstLine()));
  }

  /** Whether another file that is not empty has its path: its writer has moved on. */
  boolean isReplaced() throws IOException {
    try {
      Object now = key(path);
      return now != null && !now.equals(key) && Files.size(path) > 0;
    } catch (NoSuchFileException e) {
      return false;
    }
  }

  private byte[] read(long from, int most) throws IOException {
    ByteBuffer buffer =
        ByteBuffer.allocate((int) Math.min(most, Math.max(0, channel.size() - from)));
    int read;
    do {
      read = buffer.hasRemaining() ? channel.read(buffer, from + buffer.position()) : 0;
    } while (read > 0);
    return Arrays.copyOf(buffer.array(), buffer.position());
  }

  private static int indexOf(byte[] bytes, int from) {
    int index = from;
    while (index < bytes.length && bytes[index] != '\n') {
      index++;
    }
    return index < bytes.length ? index : -1;
  }

  private static String digest(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
