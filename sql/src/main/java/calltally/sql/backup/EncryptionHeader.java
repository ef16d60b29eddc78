package calltally.sql.backup;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/** The header of an encrypted backup: how its key follows from the passphrase. */
final class EncryptionHeader {

  static final int LENGTH = 44;
  static final byte[] MAGIC = "calltally-backup".getBytes(US_ASCII);

  private static final int VERSION = 1;
  // What OWASP asks of PBKDF2 with HMAC-SHA256.
  private static final int ROUNDS = 600_000;
  // A forged header must not occupy the machine for hours.
  private static final int MOST_ROUNDS = 10_000_000;
  private static final int SALT = 16;
  private static final int KEY_BITS = 256;

  private final byte[] bytes;
  private final int rounds;

  private EncryptionHeader(byte[] bytes, int rounds) {
    this.bytes = bytes;
    this.rounds = rounds;
  }

  /** Of a new file. */
  static EncryptionHeader create() {
    return create(ROUNDS);
  }

  static EncryptionHeader create(int rounds) {
    byte[] salt = new byte[SALT];
    new SecureRandom().nextBytes(salt);
    byte[] bytes =
        ByteBuffer.allocate(LENGTH)
            .put(MAGIC)
            .putInt(VERSION)
            .putInt(rounds)
            .putInt(ChunkCipher.CHUNK)
            .put(salt)
            .array();
    return new EncryptionHeader(bytes, rounds);
  }

  /**
   * Of a file that exists.
   *
   * @throws UnsupportedOperationException when a later version has written it
   */
  static EncryptionHeader of(byte[] bytes) {
    ByteBuffer numbers = ByteBuffer.wrap(bytes, MAGIC.length, LENGTH - MAGIC.length);
    int version = numbers.getInt();
    int rounds = numbers.getInt();
    int chunk = numbers.getInt();
    if (version != VERSION || rounds < 1 || rounds > MOST_ROUNDS || chunk != ChunkCipher.CHUNK) {
      throw new UnsupportedOperationException("another version of the format");
    }
    return new EncryptionHeader(bytes, rounds);
  }

  /** Whether a file that begins like this is encrypted. */
  static boolean begins(byte[] file) {
    return file.length >= MAGIC.length
        && Arrays.equals(file, 0, MAGIC.length, MAGIC, 0, MAGIC.length);
  }

  byte[] bytes() {
    return bytes.clone();
  }

  SecretKeySpec key(Passphrase passphrase) {
    byte[] salt = Arrays.copyOfRange(bytes, LENGTH - SALT, LENGTH);
    PBEKeySpec spec = new PBEKeySpec(passphrase.text().toCharArray(), salt, rounds, KEY_BITS);
    try {
      byte[] key =
          SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec).getEncoded();
      return new SecretKeySpec(key, "AES");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("cannot encrypt: this Java has no PBKDF2", e);
    } finally {
      spec.clearPassword();
    }
  }
}
