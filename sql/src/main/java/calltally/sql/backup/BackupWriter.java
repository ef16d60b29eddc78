package calltally.sql.backup;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.Deflater;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipParameters;
import org.jspecify.annotations.Nullable;

/** Writes a backup: a compressed tar whose last entry has all other entries' checksums. */
final class BackupWriter implements AutoCloseable {

  /** Name of the last entry; a backup without it is incomplete. */
  static final String CHECKSUMS = "SHA256SUMS";

  private static final int BUFFER = 1 << 16;

  private final TarArchiveOutputStream tar;
  private final Map<String, String> checksums = new TreeMap<>();
  private final byte[] buffer = new byte[BUFFER];
  private long bytes;

  private BackupWriter(TarArchiveOutputStream tar) {
    this.tar = tar;
    tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
    tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
  }

  /** Creates a file that only its owner can read, since it contains numbers and a password. */
  static BackupWriter create(Path file) throws IOException {
    return create(file, null);
  }

  /**
   * The same, encrypted.
   *
   * @param cipher of this file; null to encrypt nothing
   */
  static BackupWriter create(Path file, @Nullable ChunkCipher cipher) throws IOException {
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    GzipParameters fast = new GzipParameters();
    fast.setCompressionLevel(Deflater.BEST_SPEED);
    OutputStream out =
        new BufferedOutputStream(Files.newOutputStream(file, StandardOpenOption.WRITE), BUFFER);
    return new BackupWriter(
        new TarArchiveOutputStream(
            new GzipCompressorOutputStream(
                cipher == null ? out : new EncryptingStream(out, cipher), fast)));
  }

  /** Bytes added so far, before compression. */
  long bytes() {
    return bytes;
  }

  int files() {
    return checksums.size();
  }

  void folder(String name) throws IOException {
    tar.putArchiveEntry(new TarArchiveEntry(name + "/"));
    tar.closeArchiveEntry();
  }

  /**
   * Adds a file with its length at this moment; PostgreSQL repairs concurrent changes from its log.
   * Skips a file that no longer exists.
   */
  void file(String name, Path path) throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      entry(name, in, Files.size(path));
    } catch (NoSuchFileException gone) {
      return;
    }
  }

  void text(String name, String content) throws IOException {
    byte[] encoded = content.getBytes(UTF_8);
    entry(name, new ByteArrayInputStream(encoded), encoded.length);
  }

  /** Adds the checksums, which complete the backup. */
  void complete() throws IOException {
    text(CHECKSUMS, list(checksums));
    tar.finish();
  }

  /** The content of the last entry: checksums by name, in the order of the names. */
  static String list(Map<String, String> checksums) {
    return checksums.entrySet().stream()
        .map(one -> one.getValue() + "  " + one.getKey() + "\n")
        .collect(Collectors.joining());
  }

  @Override
  public void close() throws IOException {
    tar.close();
  }

  private void entry(String name, InputStream in, long size) throws IOException {
    TarArchiveEntry entry = new TarArchiveEntry(name);
    entry.setSize(size);
    entry.setMode(0600);
    tar.putArchiveEntry(entry);
    Checksum checksum = new Checksum();
    for (long left = size; left > 0; ) {
      int read = in.read(buffer, 0, (int) Math.min(left, buffer.length));
      if (read < 0) {
        read = (int) Math.min(left, buffer.length);
        Arrays.fill(buffer, 0, read, (byte) 0);
      }
      tar.write(buffer, 0, read);
      checksum.take(buffer, read);
      left -= read;
    }
    tar.closeArchiveEntry();
    checksums.put(name, checksum.hexadecimal());
    bytes += size;
  }
}
