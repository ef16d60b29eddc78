package calltally.ingest.file;

import calltally.ingest.notification.OccurrenceTime;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The log of Asterisk's queues.
 *
 * @param zone of dates without an offset
 */
record QueueLog(TableText text, QueueLogColumns columns, ZoneId zone) implements LineParser {

  private static final Pattern EPOCH = Pattern.compile("(\\d{9,11})(?:\\.(\\d{1,9}))?");
  private static final Pattern BLANK = Pattern.compile("(?<=\\d) (?=\\d)");
  private static final Set<String> NO_CALL = Set.of("", "NONE", "REALTIME", "MANAGER");

  /** Events about agents or queues, or incidental to a call, which proceeds without them. */
  private static final Set<String> OF_NO_CALL =
      Set.of(
          "ADDMEMBER",
          "REMOVEMEMBER",
          "AGENTLOGIN",
          "AGENTLOGOFF",
          "AGENTCALLBACKLOGIN",
          "AGENTCALLBACKLOGOFF",
          "PAUSE",
          "UNPAUSE",
          "PAUSEALL",
          "UNPAUSEALL",
          "PAUSEREASON",
          "PENALTY",
          "RINGINUSE",
          "QUEUESTART",
          "CONFIGRELOAD",
          "MEMBERSTATUS",
          "DID",
          "INFO");

  /** Whether Asterisk's queues log an event of this name. */
  static boolean knows(String event) {
    return OF_NO_CALL.contains(event) || QueueCall.knows(event);
  }

  /** Events of other names were added by an administrator: they concern no call. */
  @Override
  public List<FileLine> of(FileLine line) {
    List<String> cells = text.cells(line);
    requireColumns(cells);
    List<String> named = columns.of(cells);
    Instant time = time(named.get(0));
    String event = event(named.get(4));
    if (!QueueCall.knows(event)) {
      return List.of();
    }
    String call = call(named.get(1), event);
    QueueEvent logged =
        new QueueEvent(time, call, named.get(2), named.get(3), event, columns.parametersOf(cells));
    return new QueueCall(logged).notifications().stream().map(line::saying).toList();
  }

  private static void requireColumns(List<String> cells) {
    if (cells.size() < QueueLogColumns.LEAST) {
      throw new DamagedLine(
          null,
          "a line of a queue_log must have at least %d fields (was %d)"
              .formatted(QueueLogColumns.LEAST, cells.size()));
    }
  }

  private static String event(String sent) {
    if (sent.isEmpty()) {
      throw new DamagedLine("event", "a line of a queue_log must have an event");
    }
    return sent.toUpperCase(Locale.ROOT);
  }

  private static String call(String sent, String event) {
    if (NO_CALL.contains(sent.toUpperCase(Locale.ROOT))) {
      throw new DamagedLine("callid", event + " must have the id of its call");
    }
    return sent;
  }

  private Instant time(String sent) {
    Matcher epoch = EPOCH.matcher(sent);
    if (epoch.matches()) {
      String fraction = (epoch.group(2) == null ? "" : epoch.group(2)) + "000000000";
      return Instant.ofEpochSecond(
          Long.parseLong(epoch.group(1)), Long.parseLong(fraction.substring(0, 9)));
    }
    Optional<OccurrenceTime> written =
        OccurrenceTime.parse(BLANK.matcher(sent).replaceFirst("T"), zone);
    return written
        .map(OccurrenceTime::instant)
        .orElseThrow(
            () ->
                new DamagedLine(
                    "time", "the time must be seconds since 1970 or an ISO 8601 date and time"));
  }
}
