package calltally.ingest.journal;

import static calltally.sql.jooq.config.Tables.SOURCE;
import static calltally.sql.jooq.journal.Tables.NOTIFICATION;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import javax.sql.DataSource;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/**
 * Exports the notifications of a source, as lines for {@link
 * calltally.ingest.journal.importing.JournalImport}.
 */
public final class JournalExport {

  /** Few, because each row may have a mebibyte. */
  private static final int ROWS_A_FETCH = 50;

  private static final JsonFactory JSON = new JsonFactory();

  private final DSLContext sql;

  /** Exports over connections that may read the journal. */
  public JournalExport(DataSource reader) {
    sql = DSL.using(reader, SQLDialect.POSTGRES);
  }

  /**
   * Writes a snapshot, ordered by time of occurrence and digest, hence reproducibly in any
   * database.
   *
   * @return the number of notifications
   * @throws UncheckedIOException when they cannot be written
   */
  public long run(String sourceName, OutputStream out) {
    return sql.transactionResult(
        transaction -> {
          try (Cursor<? extends Record> rows = select(transaction.dsl(), sourceName)) {
            return write(rows, out);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  private static Cursor<? extends Record> select(DSLContext sql, String sourceName) {
    return sql.select(
            NOTIFICATION.RECEIVED_AT,
            NOTIFICATION.METHOD,
            NOTIFICATION.DIGEST,
            NOTIFICATION.EXCHANGE,
            NOTIFICATION.ZONE,
            NOTIFICATION.REGION,
            NOTIFICATION.FIELDS)
        .from(NOTIFICATION)
        .join(SOURCE)
        .on(SOURCE.SOURCE_ID.eq(NOTIFICATION.SOURCE_ID))
        .where(SOURCE.NAME.eq(sourceName))
        .orderBy(NOTIFICATION.OCCURRED_AT, NOTIFICATION.DIGEST)
        .fetchSize(ROWS_A_FETCH)
        .fetchLazy();
  }

  private static long write(Cursor<? extends Record> rows, OutputStream out) throws IOException {
    BufferedWriter lines = new BufferedWriter(new OutputStreamWriter(out, UTF_8));
    long count = 0;
    for (Record row : rows) {
      lines.write(line(row));
      count++;
    }
    lines.flush();
    return count;
  }

  private static String line(Record row) throws IOException {
    StringWriter line = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(line)) {
      write(row, json);
      json.writeRaw('\n');
    }
    return line.toString();
  }

  private static void write(Record row, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("received_at", row.get(NOTIFICATION.RECEIVED_AT).toString());
    json.writeStringField("method", row.get(NOTIFICATION.METHOD));
    json.writeStringField("digest", HexFormat.of().formatHex(row.get(NOTIFICATION.DIGEST)));
    if (row.get(NOTIFICATION.ZONE) != null) {
      json.writeStringField("exchange", row.get(NOTIFICATION.EXCHANGE));
      json.writeStringField("zone", row.get(NOTIFICATION.ZONE));
      json.writeStringField("region", row.get(NOTIFICATION.REGION));
    }
    json.writeFieldName("fields");
    json.writeRawValue(row.get(NOTIFICATION.FIELDS).data());
    json.writeEndObject();
  }
}
