package calltally.ingest.receiver;

import static java.nio.charset.StandardCharsets.US_ASCII;

import calltally.ingest.journal.Source;
import calltally.sql.source.TokenDigest;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Knows the sources by their tokens. */
final class Doorkeeper {

  private static final Logger LOG = LoggerFactory.getLogger(Doorkeeper.class);
  private static final Duration REST = Duration.ofSeconds(1);

  private final DSLContext sql;
  private final InstantSource clock;
  private volatile List<Token> tokens;
  private Instant readAt;

  Doorkeeper(DataSource ingest, InstantSource clock) {
    this.sql = DSL.using(ingest, SQLDialect.POSTGRES);
    this.clock = clock;
    this.tokens = new SelectTokens(sql).fetch();
    this.readAt = clock.instant();
  }

  /** The source that the token belongs to; a token not seen before is looked for once a second. */
  Optional<Source> source(String token) {
    TokenDigest digest = TokenDigest.of(token);
    Optional<Source> known = find(digest);
    return known.isEmpty() && readAgain() ? find(digest) : known;
  }

  /** Those who are let in. */
  List<Source> sources() {
    return tokens.stream().map(Token::source).distinct().toList();
  }

  /** Reads the tokens anew; those known stay when the database does not answer. */
  void refresh() {
    try {
      tokens = new SelectTokens(sql).fetch();
    } catch (DataAccessException | DateTimeException e) {
      LOG.debug("tokens could not be read: the database has to answer, was {}", e.getMessage());
    }
  }

  private synchronized boolean readAgain() {
    Instant now = clock.instant();
    if (Duration.between(readAt, now).abs().compareTo(REST) < 0) {
      return false;
    }
    readAt = now;
    refresh();
    return true;
  }

  /** Compares with all tokens, each in constant time, so that the time tells nothing of them. */
  private Optional<Source> find(TokenDigest digest) {
    byte[] wanted = ascii(digest);
    Optional<Source> found = Optional.empty();
    for (Token token : tokens) {
      if (MessageDigest.isEqual(ascii(token.digest()), wanted)) {
        found = Optional.of(token.source());
      }
    }
    return found;
  }

  private static byte[] ascii(TokenDigest digest) {
    return digest.hex().getBytes(US_ASCII);
  }
}
