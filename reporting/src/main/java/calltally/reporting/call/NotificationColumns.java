package calltally.reporting.call;

import static calltally.sql.jooq.journal.Tables.NOTIFICATION;
import static org.jooq.impl.DSL.charLength;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.left;
import static org.jooq.impl.DSL.nullif;
import static org.jooq.impl.DSL.octetLength;
import static org.jooq.impl.DSL.when;
import static org.jooq.impl.SQLDataType.VARCHAR;

import calltally.exchange.Exchanges;
import calltally.reporting.call.fold.Event;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** What the fold reads of a notification, each value bounded, however the journal was filled. */
final class NotificationColumns {

  /** A fetch is 25 MiB at most. */
  static final int ROWS_A_FETCH = 500;

  private static final int LONGEST_LINK = 2_048;
  private static final int BYTES_OF_LINK = 4 * LONGEST_LINK;
  private static final int LONGEST_STATUS = 1_000;
  private static final int BYTES_OF_FIELDS = 64 * 1_024;
  private static final int BYTES_OF_TAGS = 32 * 1_024;

  private static final Field<String> SENT_TAGS =
      nullif(DSL.jsonbGetAttribute(NOTIFICATION.FIELDS, "tags").cast(VARCHAR), "null");

  static final Field<String> STATUS = left(NOTIFICATION.STATUS, LONGEST_STATUS);

  /** The tags of a tags event as normalised text. */
  static final Field<String> TAGS =
      when(
          NOTIFICATION.EVENT.eq(Event.TAGS.journalName()),
          when(octetLength(SENT_TAGS).le(BYTES_OF_TAGS), SENT_TAGS));

  /** A longer one is no link. Its bytes are known without reading it. */
  private static final Field<String> LINK =
      when(
          octetLength(NOTIFICATION.AUDIO_PATH).le(BYTES_OF_LINK),
          when(charLength(NOTIFICATION.AUDIO_PATH).le(LONGEST_LINK), NOTIFICATION.AUDIO_PATH));

  /** What a translation reads; null for notifications that were read at intake. */
  private static final Field<String> RAW =
      DSL.field(
          """
          case when {0} <> {1} then cast(jsonb_build_object(
              'exchange', {0}, 'pbx_id', {2}, 'zone', {3}, 'region', {4}, 'received_at', {5},
              'fields', case when octet_length(cast({6} as text)) <= {7}
                  then cast({6} as text) else '{}' end) as text) end
          """,
          VARCHAR,
          NOTIFICATION.EXCHANGE,
          inline(Exchanges.DEFAULT_NAME),
          NOTIFICATION.PBX_ID,
          NOTIFICATION.ZONE,
          NOTIFICATION.REGION,
          NOTIFICATION.RECEIVED_AT,
          NOTIFICATION.FIELDS,
          inline(BYTES_OF_FIELDS));

  private static final List<Field<?>> OTHERS =
      List.of(
          NOTIFICATION.EVENT,
          NOTIFICATION.OCCURRED_AT,
          NOTIFICATION.CALLER,
          NOTIFICATION.RECEIVER,
          STATUS.as(NOTIFICATION.STATUS),
          NOTIFICATION.DURATION,
          LINK.as(NOTIFICATION.AUDIO_PATH),
          TAGS.as("tags"),
          NOTIFICATION.DIGEST,
          RAW.as("raw"));

  private NotificationColumns() {}

  /**
   * In the order in which {@link NotificationRows} reads them.
   *
   * @param callId identifier under which the call is derived
   */
  static List<Field<?>> of(Field<String> callId) {
    return Stream.concat(Stream.of(NOTIFICATION.SOURCE_ID, callId), OTHERS.stream()).toList();
  }

  /** Only those with a time, and with an event of a call. */
  static Condition tellOfACall() {
    return NOTIFICATION
        .EVENT
        .in(Arrays.stream(Event.values()).map(Event::journalName).toList())
        .or(NOTIFICATION.EXCHANGE.ne(inline(Exchanges.DEFAULT_NAME)))
        .and(NOTIFICATION.OCCURRED_AT.gt(DSL.inline("-infinity").cast(NOTIFICATION.OCCURRED_AT)));
  }
}
