package calltally.ingest.journal;

import static calltally.sql.jooq.config.Tables.SOURCE;
import static calltally.sql.jooq.journal.Tables.REJECTED;

import calltally.ingest.notification.Method;
import calltally.ingest.notification.Notification;
import calltally.ingest.notification.NotificationReader;
import calltally.ingest.notification.Octets;
import calltally.ingest.notification.RawRequest;
import calltally.ingest.notification.Reading;
import calltally.ingest.notification.Rejection;
import calltally.sql.jooq.journal.Tables;
import calltally.sql.jooq.journal.tables.records.RejectedRecord;
import java.time.Instant;
import java.time.ZoneId;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.JSONB;

/** One rejected request on its second way into the journal, within a transaction. */
record Replay(DSLContext sql, long id, Instant now) {

  private static final Pattern LINE = Pattern.compile("line \\d+: ");

  /** Whoever reads it at the same time waits, and then finds nothing left to do. */
  ReplayTotals run() {
    return sql.selectFrom(REJECTED)
        .where(REJECTED.ID.eq(id))
        .and(REJECTED.REPLAYED_AT.isNull())
        .forUpdate()
        .fetchOptional()
        .map(this::replay)
        .orElse(ReplayTotals.NONE);
  }

  private ReplayTotals replay(RejectedRecord rejected) {
    if (isCut(rejected)) {
      return new ReplayTotals(0, 0, 0, 1);
    }
    RawRequest request = request(rejected);
    Reading reading = reader(rejected.getSourceId()).read(request, rejected.getReceivedAt());
    if (reading instanceof Rejection rejection) {
      return keep(rejected, rejection);
    }
    return append(rejected, request.method(), (Notification) reading);
  }

  private static boolean isCut(RejectedRecord rejected) {
    byte[] body = rejected.getBody();
    String query = rejected.getQuery();
    long kept = (body == null ? 0L : body.length) + (query == null ? 0L : query.length());
    return kept < rejected.getSize();
  }

  private static RawRequest request(RejectedRecord rejected) {
    byte[] body = rejected.getBody();
    return new RawRequest(
        Method.valueOf(rejected.getMethod()),
        rejected.getQuery(),
        rejected.getContentType(),
        body == null ? Octets.NONE : Octets.of(body));
  }

  private NotificationReader reader(int sourceId) {
    return sql.select(SOURCE.ZONE, SOURCE.REGION)
        .from(SOURCE)
        .where(SOURCE.SOURCE_ID.eq(sourceId))
        .fetchSingle(row -> new NotificationReader(ZoneId.of(row.value1()), row.value2()));
  }

  private String sourceName(int sourceId) {
    return sql.select(SOURCE.NAME)
        .from(SOURCE)
        .where(SOURCE.SOURCE_ID.eq(sourceId))
        .fetchSingle(SOURCE.NAME);
  }

  private ReplayTotals keep(RejectedRecord rejected, Rejection rejection) {
    rejected.setReason(place(rejected.getReason()) + rejection.rule());
    rejected.setField(rejection.field());
    rejected.update();
    return new ReplayTotals(0, 0, 1, 0);
  }

  /** Which line of a file it was. */
  private static String place(String reason) {
    Matcher line = LINE.matcher(reason);
    return line.lookingAt() ? line.group() : "";
  }

  private ReplayTotals append(RejectedRecord rejected, Method method, Notification notification) {
    Delivery delivery =
        new Delivery(
            sourceName(rejected.getSourceId()), rejected.getReceivedAt(), method, notification);
    new Partitions(sql, now).createFor(Stream.of(delivery));
    JSONB rows = JSONB.valueOf("[" + DeliveryRow.of(delivery) + "]");
    boolean isStored = isStored(rows);
    rejected.setReplayedAt(now);
    rejected.update();
    return isStored ? new ReplayTotals(1, 0, 0, 0) : new ReplayTotals(0, 1, 0, 0);
  }

  private boolean isStored(JSONB rows) {
    return Boolean.TRUE.equals(
        sql.selectFrom(Tables.APPEND(rows)).fetchSingle(Tables.APPEND.STORED));
  }
}
