package calltally.sql.backup;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts the chunks of one backup with AES-256-GCM; docs/backup.md describes the format.
 *
 * <p>A chunk's nonce is its place and whether it is the last one, so that none can be altered, left
 * out, moved or added. The salt makes the key another one for each file, so no nonce is used twice.
 */
final class ChunkCipher {

  /** Bytes of a chunk before encryption; only the last one may have fewer. */
  static final int CHUNK = 1 << 16;

  static final int TAG = 16;

  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;

  private final EncryptionHeader header;
  private final SecretKeySpec key;

  private ChunkCipher(EncryptionHeader header, Passphrase passphrase) {
    this.header = header;
    this.key = header.key(passphrase);
  }

  /** Of a new file. */
  static ChunkCipher create(Passphrase passphrase) {
    return new ChunkCipher(EncryptionHeader.create(), passphrase);
  }

  static ChunkCipher create(Passphrase passphrase, int rounds) {
    return new ChunkCipher(EncryptionHeader.create(rounds), passphrase);
  }

  /**
   * Of a file that exists.
   *
   * @throws UnsupportedOperationException when a later version has written it
   */
  static ChunkCipher of(byte[] header, Passphrase passphrase) {
    return new ChunkCipher(EncryptionHeader.of(header), passphrase);
  }

  byte[] header() {
    return header.bytes();
  }

  /** The tag of nothing under the header, which shows whether a passphrase is right. */
  byte[] proof() {
    return encrypted(Place.PROOF, 0, new byte[0], 0);
  }

  boolean isProof(byte[] tag) {
    try {
      return decrypted(Place.PROOF, 0, tag, tag.length).length == 0;
    } catch (AEADBadTagException e) {
      return false;
    }
  }

  byte[] encrypted(Place place, long position, byte[] chunk, int length) {
    try {
      return cipher(Cipher.ENCRYPT_MODE, place, position).doFinal(chunk, 0, length);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("cannot encrypt: this Java has no AES-GCM", e);
    }
  }

  byte[] decrypted(Place place, long position, byte[] chunk, int length)
      throws AEADBadTagException {
    try {
      return cipher(Cipher.DECRYPT_MODE, place, position).doFinal(chunk, 0, length);
    } catch (AEADBadTagException e) {
      throw e;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("cannot decrypt: this Java has no AES-GCM", e);
    }
  }

  private Cipher cipher(int mode, Place place, long position) throws GeneralSecurityException {
    byte[] nonce = ByteBuffer.allocate(NONCE).putInt(place.number).putLong(position).array();
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(header.bytes());
    return cipher;
  }

  /** What the first four bytes of a nonce say. */
  enum Place {
    INNER(0),
    LAST(1),
    PROOF(2);

    private final int number;

    Place(int number) {
      this.number = number;
    }
  }
}
