package calltally.reporting.call;

import static calltally.sql.jooq.journal.Tables.NOTIFICATION;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.SQLDataType.VARCHAR;

import calltally.reporting.call.fold.Direction;
import calltally.reporting.call.fold.Event;
import calltally.reporting.call.fold.NotificationsOfCall;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.OrderField;
import org.jooq.impl.DSL;

/**
 * The first notifications of a call that has too many, in the order of the definitions, which
 * {@code CallNotification} has too.
 */
record SelectFirstNotifications(int sourceId, String pbxId) {

  private static final Field<Integer> PHASE =
      DSL.case_(NOTIFICATION.EVENT)
          .mapValues(
              Arrays.stream(Event.values())
                  .collect(Collectors.toMap(Event::journalName, Event::rank)));

  private static final Field<String> COMPANYS_SIDE =
      DSL.case_(NOTIFICATION.EVENT)
          .mapFields(
              Arrays.stream(Event.values())
                  .filter(event -> event.direction() != null)
                  .collect(
                      Collectors.toMap(
                          event -> inline(event.journalName()),
                          event ->
                              event.direction() == Direction.INCOMING
                                  ? NOTIFICATION.RECEIVER
                                  : NOTIFICATION.CALLER)));

  NotificationRows run(DSLContext sql) {
    return new NotificationRows(
        sql.select(NotificationColumns.of(val(pbxId)))
            .from(NOTIFICATION)
            .where(NOTIFICATION.SOURCE_ID.eq(sourceId))
            .and(Aliases.in(sql).isOfCall(val(sourceId), val(pbxId)))
            .and(NotificationColumns.tellOfACall())
            .orderBy(
                NOTIFICATION.OCCURRED_AT,
                PHASE,
                text(COMPANYS_SIDE),
                text(NotificationColumns.STATUS),
                text(NOTIFICATION.DURATION.cast(VARCHAR)),
                text(NOTIFICATION.EVENT),
                text(NotificationColumns.TAGS),
                NOTIFICATION.DIGEST)
            .limit(NotificationsOfCall.MOST)
            .fetchSize(NotificationColumns.ROWS_A_FETCH)
            .fetchLazy());
  }

  private static OrderField<String> text(Field<String> value) {
    return value.collate("C").asc().nullsFirst();
  }
}
