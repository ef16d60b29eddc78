package calltally.ingest.journal;

import calltally.exchange.Notification;
import calltally.exchange.Remark;
import calltally.exchange.request.RequestMethod;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The notification columns of {@code journal.append}, in its order. */
enum NotificationColumn {
  SOURCE("text", Received::source),
  RECEIVED_AT("timestamptz", received -> received.at().toString()),
  OCCURRED_AT("timestamptz", received -> text(received.notification().occurredAt())),
  DIGEST("text", received -> received.notification().digest()),
  EVENT("text", received -> received.notification().event()),
  PBX_ID("text", received -> received.notification().pbxId()),
  CALLER("text", received -> received.notification().caller()),
  RECEIVER("text", received -> received.notification().receiver()),
  STATUS("text", received -> received.notification().status()),
  DURATION("numeric", received -> text(received.notification().duration())),
  AUDIO_PATH("text", received -> received.notification().audioPath()),
  FIELDS("jsonb", received -> FieldsJson.of(received.notification().fields())),
  METHOD("text", received -> received.method().name()),
  CHANNEL("text", received -> received.method().channel()),
  PARSER_VERSION("smallint", received -> String.valueOf(Notification.PARSER_VERSION)),
  /** Joined by commas. */
  REMARKS("text", received -> joined(received.notification())),
  EXCHANGE("text", received -> received.notification().origin().exchange()),
  ZONE("text", received -> text(received.notification().origin().zone())),
  REGION("text", received -> received.notification().origin().region()),
  ALIAS("text", received -> received.notification().alias());

  static final List<NotificationColumn> ALL = List.of(values());

  private final String label = name().toLowerCase(Locale.ROOT);
  private final String type;

  @SuppressWarnings("ImmutableEnumChecker") // these functions keep no state
  private final Function<Received, @Nullable String> text;

  NotificationColumn(String type, Function<Received, @Nullable String> text) {
    this.type = type;
    this.text = text;
  }

  /** The name of the column. */
  String label() {
    return label;
  }

  /** The PostgreSQL type of an array of its values. */
  String arrayType() {
    return type + "[]";
  }

  @Nullable String text(Received received) {
    return text.apply(received);
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }

  private static String joined(Notification notification) {
    return notification.remarks().stream().map(Remark::label).collect(Collectors.joining(","));
  }

  /**
   * A notification and its arrival.
   *
   * @param source name of the source
   * @param at our clock on arrival
   */
  record Received(String source, Instant at, RequestMethod method, Notification notification) {}
}
