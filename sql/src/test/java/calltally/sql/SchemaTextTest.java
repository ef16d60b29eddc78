package calltally.sql;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import calltally.sql.testing.GoldenText;
import calltally.sql.testing.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;

/**
 * The whole schema in one file, reviewed with every migration: what the catalogue contains, not
 * what a migration intended.
 */
final class SchemaTextTest {

  private static final Path SCHEMA = Path.of("src", "test", "resources", "golden", "schema.txt");

  @Test
  void the_schema_is_the_one_that_was_reviewed() throws IOException {
    try (TestDatabase database = TestDatabase.create();
        InputStream query =
            requireNonNull(SchemaTextTest.class.getResourceAsStream("schema-text.sql"))) {
      String text =
          String.join(
              "\n",
              DSL.using(database.owner(), SQLDialect.POSTGRES)
                  .fetch(new String(query.readAllBytes(), UTF_8))
                  .getValues(0, String.class));
      GoldenText.assertSame(SCHEMA, text + "\n");
    }
  }
}
