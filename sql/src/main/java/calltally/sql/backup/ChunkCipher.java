package calltally.sql.backup;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.PBEKeySpec;
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
  static final int HEADER = 44;
  static final byte[] MAGIC = "calltally-backup".getBytes(US_ASCII);

  private static final int VERSION = 1;
  // What OWASP asks of PBKDF2 with HMAC-SHA256.
  private static final int ROUNDS = 600_000;
  // A forged header must not occupy the machine for hours.
  private static final int MOST_ROUNDS = 10_000_000;
  private static final int SALT = 16;
  private static final int KEY_BITS = 256;
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;

  private final byte[] header;
  private final SecretKeySpec key;

  private ChunkCipher(byte[] header, int rounds, Passphrase passphrase) {
    this.header = header;
    byte[] salt = Arrays.copyOfRange(header, HEADER - SALT, HEADER);
    PBEKeySpec spec = new PBEKeySpec(passphrase.text().toCharArray(), salt, rounds, KEY_BITS);
    try {
      byte[] bytes =
          SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec).getEncoded();
      this.key = new SecretKeySpec(bytes, "AES");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("cannot encrypt: this Java has no PBKDF2", e);
    } finally {
      spec.clearPassword();
    }
  }

  /** Of a new file. */
  static ChunkCipher create(Passphrase passphrase) {
    return create(passphrase, ROUNDS);
  }

  static ChunkCipher create(Passphrase passphrase, int rounds) {
    byte[] salt = new byte[SALT];
    new SecureRandom().nextBytes(salt);
    byte[] header =
        ByteBuffer.allocate(HEADER)
            .put(MAGIC)
            .putInt(VERSION)
            .putInt(rounds)
            .putInt(CHUNK)
            .put(salt)
            .array();
    return new ChunkCipher(header, rounds, passphrase);
  }

  /**
   * Of a file that exists.
   *
   * @throws UnsupportedOperationException when a later version has written it
   */
  static ChunkCipher of(byte[] header, Passphrase passphrase) {
    ByteBuffer numbers = ByteBuffer.wrap(header, MAGIC.length, HEADER - MAGIC.length);
    int version = numbers.getInt();
    int rounds = numbers.getInt();
    int chunk = numbers.getInt();
    if (version != VERSION || rounds < 1 || rounds > MOST_ROUNDS || chunk != CHUNK) {
      throw new UnsupportedOperationException("another version of the format");
    }
    return new ChunkCipher(header, rounds, passphrase);
  }

  /** Whether a file that begins like this is encrypted. */
  static boolean begins(byte[] file) {
    return file.length >= MAGIC.length
        && Arrays.equals(file, 0, MAGIC.length, MAGIC, 0, MAGIC.length);
  }

  byte[] header() {
    return header.clone();
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
    cipher.updateAAD(header);
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
