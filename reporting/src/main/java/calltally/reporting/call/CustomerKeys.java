package calltally.reporting.call;

import static calltally.sql.jooq.journal.Tables.PSEUDONYM_KEY;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/**
 * The keys that identify customers in the figures, for plain numbers and pseudonyms alike. Same as
 * {@code journal.customer_key}, which is too slow for millions of rows.
 */
final class CustomerKeys {

  private static final char PSEUDONYM = '~';
  private static final int PSEUDONYM_LENGTH = 17;

  private final MessageDigest sha256;
  private final byte[] innerPad;
  private final byte[] outerPad;

  private CustomerKeys(byte[] innerPad, byte[] outerPad) {
    this.innerPad = innerPad;
    this.outerPad = outerPad;
    try {
      this.sha256 = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("cannot compute customer keys: this Java has no SHA-256", e);
    }
  }

  /** Keyed by the secret of this database. */
  static CustomerKeys of(DSLContext sql) {
    return sql.select(PSEUDONYM_KEY.INNER_PAD, PSEUDONYM_KEY.OUTER_PAD)
        .from(PSEUDONYM_KEY)
        .fetchSingle(row -> new CustomerKeys(row.value1(), row.value2()));
  }

  /** The customer's key; null for a withheld number. */
  @Nullable Long key(@Nullable String customer) {
    if (customer == null) {
      return null;
    }
    return isPseudonym(customer)
        ? Long.valueOf(HexFormat.fromHexDigitsToLong(customer, 1, PSEUDONYM_LENGTH))
        : Long.valueOf(hashed(customer));
  }

  private static boolean isPseudonym(String customer) {
    return customer.length() == PSEUDONYM_LENGTH
        && customer.charAt(0) == PSEUDONYM
        && customer.chars().skip(1).allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
  }

  private long hashed(String customer) {
    sha256.update(innerPad);
    byte[] inner = sha256.digest(customer.getBytes(UTF_8));
    sha256.update(outerPad);
    return ByteBuffer.wrap(sha256.digest(inner)).getLong();
  }
}
