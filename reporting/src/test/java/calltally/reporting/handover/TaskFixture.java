package calltally.reporting.handover;

import static calltally.sql.jooq.ledger.Tables.CALLER_TASK;

import calltally.reporting.handover.bitrix24.Bitrix24;
import calltally.reporting.handover.bitrix24.Kind;
import calltally.reporting.report.query.History;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/** A company whose waiting callers become to-dos in a portal of Bitrix24 after five minutes. */
final class TaskFixture implements AutoCloseable {

  static final String LEDGER =
      "select coalesce(string_agg(t::text, ' '), '') from ledger.caller_task as t";

  /** Longer than a busy machine takes. */
  private static final Duration TIMEOUT = Duration.ofMinutes(1);

  /**
   * Of a test in which an answer never comes; one that merely comes too late is a fault as well.
   */
  private static final Duration SHORT_TIMEOUT = Duration.ofSeconds(1);

  final BitrixPortal portal = new BitrixPortal();
  final CallbackFixture company = new CallbackFixture(ZoneId.of("Europe/Minsk"));
  final History history = company.history;
  private TaskSender sender;
  private CallbackMonitor monitor;

  TaskFixture() throws IOException {
    company.crms = List.of(receiver(Kind.TODO, false));
    monitor = company.monitor();
    sender = sender();
  }

  /** Replaces the receiver, and the service with it. */
  void handOverTo(TaskReceiver... receivers) {
    company.crms = List.of(receivers);
    monitor = company.monitor();
    sender = sender();
  }

  TaskReceiver receiver(Kind kind, boolean masksNumbers) {
    return receiver("b24", new Bitrix24(portal.webhook(), kind, TIMEOUT), masksNumbers);
  }

  /** Hands over to a portal of which one answer never comes. */
  void handOverToSilentPortal() {
    handOverTo(receiver("b24", new Bitrix24(portal.webhook(), Kind.TODO, SHORT_TIMEOUT), false));
  }

  static TaskReceiver receiver(String name, Crm crm, boolean masksNumbers) {
    return new TaskReceiver(
        name,
        "main",
        crm,
        Duration.ofMinutes(5),
        masksNumbers,
        new Responsibles(Map.of("Anna", 7), 1));
  }

  /** The sender of another service. */
  TaskSender sender() {
    return new TaskSender(company.database(), company.receivers());
  }

  /** Records what has changed by a local time, and sends what is due. */
  void look(String localTime) {
    Instant now = history.instant(localTime);
    record(now);
    send(sender, now);
  }

  void record(Instant now) {
    history
        .sql()
        .execute(
            "update calls.refresh_cursor set refreshed_at = cast(? as timestamptz)",
            now.toString());
    monitor.look(InstantSource.fixed(now));
  }

  void send(TaskSender of, Instant now) {
    portal.now = now;
    of.send(InstantSource.fixed(now));
  }

  /** Looks at [from, until] in steps of minutes. */
  void watch(String from, String until, int minutes) {
    LocalDateTime end = LocalDateTime.parse(until);
    for (LocalDateTime time = LocalDateTime.parse(from);
        !time.isAfter(end);
        time = time.plusMinutes(minutes)) {
      look(time.toString());
    }
  }

  void missed(String localTime, String customer) {
    history.missed(localTime, customer, History.SALES, History.ANNA);
    history.refreshed();
  }

  void reached(String localTime, String customer) {
    history.reached(localTime, History.ANNA, customer);
    history.refreshed();
  }

  List<String> states() {
    return history
        .sql()
        .selectFrom(CALLER_TASK)
        .orderBy(CALLER_TASK.CALLER_ID, CALLER_TASK.RECEIVER)
        .fetch(CALLER_TASK.STATE);
  }

  String ledger() {
    return String.valueOf(history.sql().fetchValue(LEDGER));
  }

  void forget() {
    history.sql().deleteFrom(CALLER_TASK).execute();
    company.forget();
    portal.forget();
    sender = sender();
  }

  @Override
  public void close() {
    company.close();
    portal.close();
  }
}
