package calltally.ingest.receiver;

import calltally.ingest.journal.Source;
import calltally.sql.settings.TokenDigest;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The tokens of all sources, found equally fast however many there are.
 *
 * <p>They are hashed with a key that nobody knows, so how long a comparison takes says nothing
 * about the tokens.
 */
final class TokenTable {

  private static final int KEY_BYTES = 32;

  private final byte[] key = new byte[KEY_BYTES];
  private final Map<ByteBuffer, TokenGrant> grants = new HashMap<>();

  TokenTable(List<TokenGrant> tokens) {
    new SecureRandom().nextBytes(key);
    tokens.forEach(token -> grants.put(hash(token.digest()), token));
  }

  Optional<TokenGrant> find(TokenDigest digest) {
    return Optional.ofNullable(grants.get(hash(digest)));
  }

  /** The sources that have tokens. */
  List<Source> sources() {
    return grants.values().stream().map(token -> token.access().source()).distinct().toList();
  }

  private ByteBuffer hash(TokenDigest digest) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      sha256.update(key);
      return ByteBuffer.wrap(sha256.digest(HexFormat.of().parseHex(digest.hex())));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
