package calltally.sql.settings;

import static calltally.sql.jooq.config.Tables.SIGNING_SECRET;
import static calltally.sql.jooq.config.Tables.SOURCE;
import static calltally.sql.jooq.config.Tables.SOURCE_TOKEN;

import calltally.sql.LocalizedException;
import calltally.sql.jooq.config.tables.records.SigningSecretRecord;
import calltally.sql.jooq.config.tables.records.SourceTokenRecord;
import java.util.List;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/** The tokens and signing secrets of a source, to be rotated. */
public final class SourceCredentials {

  private final DSLContext sql;
  private final int sourceId;
  private final String name;

  private SourceCredentials(DSLContext sql, int sourceId, String name) {
    this.sql = sql;
    this.sourceId = sourceId;
    this.name = name;
  }

  /**
   * Finds the keys of a source.
   *
   * @param owner connections of the role that owns the schema
   * @throws LocalizedException when no active source has the name
   */
  public static SourceCredentials of(DataSource owner, String name) {
    DSLContext sql = DSL.using(owner, SQLDialect.POSTGRES);
    int sourceId =
        sql.select(SOURCE.SOURCE_ID)
            .from(SOURCE)
            .where(SOURCE.NAME.eq(name))
            .and(SOURCE.ACTIVE)
            .fetchOptional(SOURCE.SOURCE_ID)
            .orElseThrow(() -> new RefusedSource("source.unknown", name));
    return new SourceCredentials(sql, sourceId, name);
  }

  /** The name of the exchange that has them. */
  public String exchange() {
    return sql.select(SOURCE.EXCHANGE)
        .from(SOURCE)
        .where(SOURCE.SOURCE_ID.eq(sourceId))
        .fetchSingle(SOURCE.EXCHANGE);
  }

  /** Fingerprints of the tokens. */
  public List<String> tokens() {
    return digests().stream().map(TokenDigest::fingerprint).sorted().toList();
  }

  /** Fingerprints of the secrets. */
  public List<String> secrets() {
    return texts().stream().map(SourceCredentials::fingerprint).sorted().toList();
  }

  /** Accepts another token. */
  public void addToken(TokenDigest token) {
    sql.insertInto(SOURCE_TOKEN)
        .set(new SourceTokenRecord(sourceId, token.bytes()))
        .onConflictDoNothing()
        .execute();
  }

  /** Accepts another secret; from the first one on, requests must be signed. */
  public void addSecret(String secret) {
    sql.insertInto(SIGNING_SECRET)
        .set(new SigningSecretRecord(sourceId, secret))
        .onConflictDoNothing()
        .execute();
  }

  /**
   * Stops accepting a token or secret.
   *
   * @throws LocalizedException when no key has the fingerprint, or it is the last token
   */
  public void forget(String fingerprint) {
    int forgotten =
        sql.transactionResult(
            transaction -> {
              SourceCredentials inside = new SourceCredentials(transaction.dsl(), sourceId, name);
              int keys = inside.forgetToken(fingerprint) + inside.forgetSecret(fingerprint);
              inside.requireToken();
              return keys;
            });
    if (forgotten == 0) {
      throw new RefusedSource("source.key.unknown", name, fingerprint);
    }
  }

  private int forgetToken(String fingerprint) {
    List<byte[]> meant =
        digests().stream()
            .filter(digest -> digest.fingerprint().equals(fingerprint))
            .map(TokenDigest::bytes)
            .toList();
    return sql.deleteFrom(SOURCE_TOKEN)
        .where(SOURCE_TOKEN.SOURCE_ID.eq(sourceId))
        .and(SOURCE_TOKEN.DIGEST.in(meant))
        .execute();
  }

  private int forgetSecret(String fingerprint) {
    Predicate<String> isMeant = secret -> fingerprint(secret).equals(fingerprint);
    return sql.deleteFrom(SIGNING_SECRET)
        .where(SIGNING_SECRET.SOURCE_ID.eq(sourceId))
        .and(SIGNING_SECRET.SECRET.in(texts().stream().filter(isMeant).toList()))
        .execute();
  }

  private void requireToken() {
    if (digests().isEmpty()) {
      throw new RefusedSource("source.key.last", name);
    }
  }

  private List<TokenDigest> digests() {
    return sql.select(SOURCE_TOKEN.DIGEST)
        .from(SOURCE_TOKEN)
        .where(SOURCE_TOKEN.SOURCE_ID.eq(sourceId))
        .fetch(row -> TokenDigest.of(row.value1()));
  }

  private List<String> texts() {
    return sql.select(SIGNING_SECRET.SECRET)
        .from(SIGNING_SECRET)
        .where(SIGNING_SECRET.SOURCE_ID.eq(sourceId))
        .fetch(SIGNING_SECRET.SECRET);
  }

  private static String fingerprint(String secret) {
    return TokenDigest.of(secret).fingerprint();
  }
}
