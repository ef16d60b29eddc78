package calltally.sql.backup;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The SHA-256 of one file in a backup, computed as its bytes pass. */
final class Checksum {

  private final MessageDigest digest;

  Checksum() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("cannot check backup: this Java has no SHA-256", e);
    }
  }

  void take(byte[] bytes, int length) {
    digest.update(bytes, 0, length);
  }

  /** In hexadecimal, once all bytes have passed. */
  String hexadecimal() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
