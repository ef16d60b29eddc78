package calltally.sql.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.file.Path;
import javax.crypto.AEADBadTagException;

/** Reads an encrypted backup; returns no byte of a chunk before its tag is verified. */
final class DecryptingStream extends InputStream {

  private final PushbackInputStream in;
  private final Path file;
  private final ChunkCipher cipher;
  private byte[] chunk = new byte[0];
  private int next;
  private long position;
  private boolean isLast;

  private DecryptingStream(PushbackInputStream in, Path file, ChunkCipher cipher) {
    this.in = in;
    this.file = file;
    this.cipher = cipher;
  }

  /**
   * Reads the header.
   *
   * @throws BackupFailed when the passphrase is another one
   */
  static DecryptingStream open(InputStream in, Path file, Passphrase passphrase)
      throws IOException {
    byte[] header = in.readNBytes(EncryptionHeader.LENGTH);
    byte[] proof = in.readNBytes(ChunkCipher.TAG);
    if (proof.length < ChunkCipher.TAG) {
      throw new BackupFailed("altered", file);
    }
    ChunkCipher cipher = cipher(header, file, passphrase);
    if (!cipher.isProof(proof)) {
      throw new BackupFailed("passphrase", file);
    }
    return new DecryptingStream(new PushbackInputStream(in), file, cipher);
  }

  private static ChunkCipher cipher(byte[] header, Path file, Passphrase passphrase) {
    try {
      return ChunkCipher.of(header, passphrase);
    } catch (UnsupportedOperationException e) {
      throw new BackupFailed(e, "format", file);
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
  }

  @Override
  public int read(byte[] bytes, int offset, int count) throws IOException {
    while (next == chunk.length) {
      if (isLast) {
        return -1;
      }
      decrypt();
    }
    int taken = Math.min(count, chunk.length - next);
    System.arraycopy(chunk, next, bytes, offset, taken);
    next += taken;
    return taken;
  }

  private void decrypt() throws IOException {
    byte[] encrypted = in.readNBytes(ChunkCipher.CHUNK + ChunkCipher.TAG);
    if (encrypted.length < ChunkCipher.TAG) {
      throw new BackupFailed("altered", file);
    }
    int following = in.read();
    isLast = following < 0;
    if (!isLast) {
      in.unread(following);
    }
    chunk = decrypted(encrypted);
    next = 0;
    position++;
  }

  private byte[] decrypted(byte[] encrypted) {
    ChunkCipher.Place place = isLast ? ChunkCipher.Place.LAST : ChunkCipher.Place.INNER;
    try {
      return cipher.decrypted(place, position, encrypted, encrypted.length);
    } catch (AEADBadTagException e) {
      throw new BackupFailed(e, "altered", file);
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
