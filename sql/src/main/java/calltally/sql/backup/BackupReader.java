package calltally.sql.backup;

import static java.nio.charset.StandardCharsets.UTF_8;

import calltally.sql.FileFailure;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads a backup from beginning to end and verifies all checksums.
 *
 * @param file the backup
 * @param passphrase of an encrypted one; null for others
 */
record BackupReader(Path file, @Nullable Passphrase passphrase) {

  private static final int BUFFER = 1 << 16;

  /** Receives the contents. */
  interface Destination {
    void folder(String name) throws IOException;

    OutputStream file(String name) throws IOException;
  }

  /** Verifies the checksums only. */
  static final Destination NOWHERE =
      new Destination() {
        @Override
        public void folder(String name) {}

        @Override
        public OutputStream file(String name) {
          return OutputStream.nullOutputStream();
        }
      };

  /**
   * Passes all contents to the destination.
   *
   * @throws BackupFailed when something is missing or damaged
   */
  void read(Destination destination) throws IOException {
    if (!Files.isReadable(file) || Files.isDirectory(file)) {
      throw new BackupFailed("no_file", file);
    }
    Map<String, String> found = new TreeMap<>();
    @Nullable String expected = null;
    try (InputStream content = open();
        TarArchiveInputStream tar =
            new TarArchiveInputStream(new GzipCompressorInputStream(content))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        String name = entry.getName();
        requirePlain(entry);
        if (entry.isDirectory()) {
          destination.folder(name);
        } else if (name.equals(BackupWriter.CHECKSUMS)) {
          ByteArrayOutputStream text = new ByteArrayOutputStream();
          tar.transferTo(text);
          expected = text.toString(UTF_8);
        } else {
          try (OutputStream out = destination.file(name)) {
            found.put(name, copy(tar, out));
          }
        }
      }
      // An encrypted backup is complete only with its last chunk.
      content.transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      throw e instanceof EOFException
          ? new BackupFailed(e, "cut_off", file)
          : new BackupFailed(e, "unreadable", file, FileFailure.reason(e, file.toString()));
    }
    compare(found, expected);
  }

  /** A link could lead out of the folder that it is unpacked into. */
  private static void requirePlain(TarArchiveEntry entry) {
    if (entry.isSymbolicLink()
        || entry.isLink()
        || entry.isFIFO()
        || entry.isBlockDevice()
        || entry.isCharacterDevice()) {
      throw new BackupFailed("restore.foreign", entry.getName());
    }
  }

  private InputStream open() throws IOException {
    BufferedInputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER);
    try {
      in.mark(BUFFER);
      boolean isEncrypted = EncryptionHeader.begins(in.readNBytes(EncryptionHeader.MAGIC.length));
      in.reset();
      if (passphrase == null) {
        if (isEncrypted) {
          throw new BackupFailed("encrypted", file);
        }
        return in;
      }
      // An attacker who puts another backup in its place must not get by without the passphrase.
      if (!isEncrypted) {
        throw new BackupFailed("not_encrypted", file);
      }
      return DecryptingStream.open(in, file, passphrase);
    } catch (IOException | RuntimeException e) {
      in.close();
      throw e;
    }
  }

  private static String copy(InputStream in, OutputStream out) throws IOException {
    Checksum checksum = new Checksum();
    byte[] buffer = new byte[BUFFER];
    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
      out.write(buffer, 0, read);
      checksum.take(buffer, read);
    }
    return checksum.hexadecimal();
  }

  private void compare(Map<String, String> found, @Nullable String expected) {
    if (expected == null) {
      throw new BackupFailed("cut_off", file);
    }
    if (!expected.equals(BackupWriter.list(found))) {
      throw new BackupFailed("changed", file);
    }
  }
}
