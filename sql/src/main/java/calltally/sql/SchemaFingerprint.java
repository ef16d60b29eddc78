package calltally.sql;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/**
 * Identifies the schema that this program's migrations and grants make. The last migration stores
 * it, with the digest of the migrations' history, as the comment of the schema flyway: if both
 * still agree, there is nothing to do.
 */
final class SchemaFingerprint {

  private static final String AGREES =
      """
      select obj_description('flyway'::regnamespace, 'pg_namespace')
          = ? || md5(string_agg(concat_ws(' ', script, checksum, success), ',' order by installed_rank))
      from flyway.flyway_schema_history
      """;

  private SchemaFingerprint() {}

  /** Of the migration files, as the build digested them, and of the grants. */
  static String ofProgram() {
    try (InputStream migrations =
        Objects.requireNonNull(
            SchemaFingerprint.class.getResourceAsStream("migrations.sha256"),
            "migrations.sha256")) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(migrations.readAllBytes());
      digest.update(GrantStatements.all().getBytes(UTF_8));
      return HexFormat.of().formatHex(digest.digest());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Whether the database has this program's schema; false also where it has none. */
  static boolean isIn(DataSource database) {
    DSLContext sql = DSL.using(database, SQLDialect.POSTGRES);
    return sql.fetchValue("select to_regclass('flyway.flyway_schema_history')") != null
        && Boolean.TRUE.equals(sql.fetchValue(AGREES, ofProgram()));
  }
}
