package calltally.ingest.journal.rejected;

import static calltally.sql.jooq.config.Tables.SOURCE;
import static calltally.sql.jooq.journal.Tables.REJECTED;

import calltally.exchange.Exchanges;
import calltally.exchange.Notification;
import calltally.exchange.NotificationReader;
import calltally.exchange.ParseResult;
import calltally.exchange.Rejection;
import calltally.exchange.request.Bytes;
import calltally.exchange.request.NotifyRequest;
import calltally.exchange.request.RequestMethod;
import calltally.ingest.journal.AppendNotification;
import calltally.ingest.journal.NotificationRow;
import calltally.ingest.journal.Partitions;
import calltally.sql.jooq.journal.tables.records.RejectedRecord;
import java.time.Instant;
import java.time.ZoneId;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jooq.DSLContext;

/** Replays one rejected request within a transaction. */
record RejectedReplay(DSLContext sql, long id, Instant now) {

  private static final Pattern LINE = Pattern.compile("line \\d+: ");

  /** A concurrent replay waits, and then finds nothing left to do. */
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
    NotifyRequest request = request(rejected);
    ParseResult result =
        reader(rejected.getSourceId(), request).read(request, rejected.getReceivedAt());
    return result instanceof Notification notification
        ? append(rejected, request.method(), notification)
        : keep(rejected, (Rejection) result);
  }

  private static boolean isCut(RejectedRecord rejected) {
    byte[] body = rejected.getBody();
    String query = rejected.getQuery();
    long kept = (body == null ? 0L : body.length) + (query == null ? 0L : query.length());
    return kept < rejected.getSize();
  }

  private static NotifyRequest request(RejectedRecord rejected) {
    byte[] body = rejected.getBody();
    return NotifyRequest.kept(
        RequestMethod.valueOf(rejected.getMethod()),
        rejected.getPath() == null ? "" : rejected.getPath(),
        rejected.getQuery(),
        rejected.getContentType(),
        body == null ? Bytes.NONE : Bytes.of(body));
  }

  private NotificationReader reader(int sourceId, NotifyRequest request) {
    return sql.select(SOURCE.ZONE, SOURCE.REGION, SOURCE.EXCHANGE)
        .from(SOURCE)
        .where(SOURCE.SOURCE_ID.eq(sourceId))
        .fetchSingle(
            row ->
                new NotificationReader(
                    request.method() == RequestMethod.FILE
                        ? Exchanges.standard()
                        : Exchanges.require(row.value3()),
                    ZoneId.of(row.value1()),
                    row.value2()));
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

  /** The line of the file, as a prefix; empty for a request. */
  private static String place(String reason) {
    Matcher line = LINE.matcher(reason);
    return line.lookingAt() ? line.group() : "";
  }

  private ReplayTotals append(
      RejectedRecord rejected, RequestMethod method, Notification notification) {
    // To wait would hold back the figures, as this transaction has a number.
    new Partitions(sql, now).createAtOnce(Stream.ofNullable(notification.occurredAt()));
    String source = sourceName(rejected.getSourceId());
    NotificationRow row =
        NotificationRow.of(source, rejected.getReceivedAt(), method, notification);
    boolean isStored = new AppendNotification(row).run(sql);
    rejected.setReplayedAt(now);
    rejected.update();
    return isStored ? new ReplayTotals(1, 0, 0, 0) : new ReplayTotals(0, 1, 0, 0);
  }
}
