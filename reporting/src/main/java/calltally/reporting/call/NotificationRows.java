package calltally.reporting.call;

import calltally.exchange.RawNotification;
import calltally.exchange.field.Fields;
import calltally.reporting.call.fold.CallNotification;
import calltally.reporting.call.fold.Event;
import calltally.reporting.call.fold.TagList;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.Optional;
import org.jooq.Cursor;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;

/**
 * Notifications as the database returns them, those of one call next to each other.
 *
 * <p>Read through JDBC directly: a rebuild reads millions, and a jOOQ record costs more than its
 * fold.
 */
final class NotificationRows implements AutoCloseable {

  private static final int DIGEST = 11;
  private static final int RAW = 12;

  private final Cursor<?> cursor;
  private final ResultSet rows;

  NotificationRows(Cursor<?> cursor) {
    this.cursor = cursor;
    this.rows = cursor.resultSet();
  }

  /** Moves to the next row; false when there is none. */
  boolean next() {
    return read(ResultSet::next);
  }

  int sourceId() {
    return read(rows -> rows.getInt(1));
  }

  String pbxId() {
    return read(rows -> rows.getString(2));
  }

  /** The notification as it was sent, if it is translated only now. */
  Optional<SentNotification> sent() {
    String raw = read(rows -> rows.getString(RAW));
    return raw == null ? Optional.empty() : Optional.of(read(rows -> sent(rows, raw)));
  }

  private static SentNotification sent(ResultSet rows, String json) throws SQLException {
    Fields raw = Fields.kept(json);
    return new SentNotification(
        raw.text("exchange").orElseThrow(),
        new RawNotification(
            rows.getString(3),
            raw.text("pbx_id").orElseThrow(),
            rows.getObject(4, OffsetDateTime.class).toInstant(),
            OffsetDateTime.parse(raw.text("received_at").orElseThrow()).toInstant(),
            HexFormat.of().formatHex(rows.getBytes(DIGEST)),
            ZoneId.of(raw.text("zone").orElseThrow()),
            raw.text("region").orElseThrow(),
            Fields.kept(raw.text("fields").orElseThrow())));
  }

  CallNotification notification() {
    return read(
        rows ->
            new CallNotification(
                Event.named(rows.getString(3)).orElseThrow(),
                rows.getObject(4, OffsetDateTime.class).toInstant(),
                rows.getString(5),
                rows.getString(6),
                rows.getString(7),
                rows.getBigDecimal(8),
                rows.getString(9),
                tags(rows.getString(10)),
                HexFormat.of().formatHex(rows.getBytes(DIGEST))));
  }

  @Override
  public void close() {
    cursor.close();
  }

  private static @Nullable TagList tags(@Nullable String sent) {
    return sent == null ? null : Tags.read(sent);
  }

  private <T> T read(RowReader<T> reading) {
    try {
      return reading.of(rows);
    } catch (SQLException e) {
      throw new DataAccessException(
          "cannot read notifications: connection must stay open (was SQLSTATE %s)"
              .formatted(e.getSQLState()),
          e);
    }
  }

  private interface RowReader<T> {
    T of(ResultSet rows) throws SQLException;
  }
}
