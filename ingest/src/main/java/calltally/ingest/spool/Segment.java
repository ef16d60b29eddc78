package calltally.ingest.spool;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** One file of the spool: a header with its unique id, then frames. */
final class Segment {

  private static final byte[] MAGIC = "calltally spool1".getBytes(US_ASCII);
  static final int HEADER = 2 * Long.BYTES + 16;

  private final Path file;
  private final UUID writer;

  /** The length that is safely on disk. */
  private volatile long length;

  /** Guarded by the segments. */
  private final Map<String, Long> bySource = new HashMap<>();

  private Segment(Path file, UUID writer, long length) {
    this.file = file;
    this.writer = writer;
    this.length = length;
  }

  /** Creates an empty file; the caller must fsync its folder. */
  static Segment create(Path file) throws IOException {
    UUID writer = UUID.randomUUID();
    try (FileChannel channel = FileChannel.open(file, CREATE_NEW, WRITE)) {
      ByteBuffer header = ByteBuffer.allocate(HEADER).put(MAGIC);
      write(
          channel,
          header
              .putLong(writer.getMostSignificantBits())
              .putLong(writer.getLeastSignificantBits())
              .flip());
      channel.force(true);
    }
    return new Segment(file, writer, HEADER);
  }

  /** Opens a file of an earlier run, to which nothing is appended. */
  static Segment existing(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    boolean isIntact =
        bytes.length >= HEADER && Arrays.equals(bytes, 0, MAGIC.length, MAGIC, 0, MAGIC.length);
    ByteBuffer header = ByteBuffer.wrap(bytes).position(isIntact ? MAGIC.length : 0);
    UUID writer =
        isIntact
            ? new UUID(header.getLong(), header.getLong())
            : UUID.nameUUIDFromBytes(Arrays.copyOf(bytes, HEADER));
    Segment segment = new Segment(file, writer, bytes.length);
    for (Frame frame : Frames.of(bytes, HEADER).intact()) {
      SpoolRecord.source(frame.content())
          .ifPresent(source -> segment.countFor(source, frame.length()));
    }
    return segment;
  }

  Path file() {
    return file;
  }

  /** The writer under which the database records how much of the file is stored. */
  UUID writer() {
    return writer;
  }

  long length() {
    return length;
  }

  /** The bytes of a source in the file. */
  long occupiedBy(String source) {
    return bySource.getOrDefault(source, 0L);
  }

  void countFor(String source, int bytes) {
    bySource.merge(source, (long) bytes, Long::sum);
  }

  /** Appends frames and returns once they are fsynced; after a failure, append no more. */
  void append(List<Frame> frames) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(frames.stream().mapToInt(Frame::length).sum());
    frames.forEach(frame -> bytes.put(frame.toBytes()));
    try (FileChannel channel = FileChannel.open(file, WRITE)) {
      try {
        channel.position(length);
        write(channel, bytes.flip());
        channel.force(false);
      } catch (IOException e) {
        cut(channel, e);
        throw e;
      }
    }
    long end = length + bytes.limit();
    length = end;
  }

  /** The frames between the position and the safe end. */
  Frames read(int position) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    int end = (int) Math.min(bytes.length, length);
    return Frames.of(Arrays.copyOf(bytes, end), position);
  }

  private void cut(FileChannel channel, IOException failure) {
    try {
      channel.truncate(length);
    } catch (IOException e) {
      failure.addSuppressed(e);
    }
  }

  private static void write(FileChannel channel, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }
}
