package calltally.ingest.file;

import calltally.exchange.text.MissingValue;
import calltally.ingest.file.line.DamagedLine;
import calltally.ingest.file.line.FileLine;
import calltally.ingest.file.line.FileNotice;
import calltally.ingest.file.table.TableRuler;
import calltally.ingest.file.table.TableText;
import calltally.ingest.file.table.TableTime;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The log of Asterisk's queues.
 *
 * @param heading without names where the log has none
 */
record QueueLog(
    TableText text, Heading heading, QueueLogColumns columns, TableTime times, SkippedLines skipped)
    implements LineParser {

  private static final Pattern NUMBER = Pattern.compile("\\d+");
  private static final Set<String> NO_CALL = Set.of("REALTIME", "MANAGER");

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
    if (heading.isRepeatedBy(cells)) {
      return skipped.because(SkippedLines.Reason.HEADING, line);
    }
    if (TableRuler.is(cells)) {
      return skipped.because(SkippedLines.Reason.RULER, line);
    }
    requireColumns(cells);
    if (heading.names().isEmpty()) {
      GluedLines.refuse(cells);
    }
    Instant time = times.instant(columns.time(cells));
    String event = event(columns.event(cells));
    if (!QueueCall.knows(event)) {
      return OF_NO_CALL.contains(event)
          ? skipped.because(SkippedLines.Reason.AGENTS, line)
          : skipped.unknown(event, line);
    }
    QueueEvent logged =
        new QueueEvent(
            time,
            call(columns.call(cells), event),
            columns.queue(cells),
            columns.agent(cells),
            event,
            columns.parameters().of(event, cells));
    return new QueueCall(logged).notifications().stream().map(line::saying).toList();
  }

  @Override
  public List<FileNotice> notices() {
    return skipped.noticesAnd(times.notices());
  }

  private void requireColumns(List<String> cells) {
    if (cells.size() < QueueLogColumns.LEAST) {
      throw new DamagedLine(
          null,
          "a line of a queue_log must have at least %d fields (was %d)"
              .formatted(QueueLogColumns.LEAST, cells.size()));
    }
    if (cells.size() > columns.width()) {
      throw new DamagedLine(
          null,
          "a line must not have more cells than the heading, %d (was %d)"
              .formatted(columns.width(), cells.size()));
    }
  }

  private static String event(String sent) {
    if (sent.isEmpty()) {
      throw new DamagedLine("event", "a line of a queue_log must have an event");
    }
    if (NUMBER.matcher(sent).matches()) {
      throw new DamagedLine(
          "event",
          "an event must be a name, not a number: export the table joined with that of its events");
    }
    return sent.toUpperCase(Locale.ROOT);
  }

  private static String call(String sent, String event) {
    if (MissingValue.is(sent) || NO_CALL.contains(sent.toUpperCase(Locale.ROOT))) {
      throw new DamagedLine("callid", event + " must have the id of its call");
    }
    return sent;
  }
}
