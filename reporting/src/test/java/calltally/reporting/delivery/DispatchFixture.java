package calltally.reporting.delivery;

import calltally.reporting.delivery.schedule.Schedule;
import calltally.reporting.delivery.subscription.DeliveryRules;
import calltally.reporting.delivery.subscription.Recipients;
import calltally.reporting.delivery.subscription.ReportOptions;
import calltally.reporting.delivery.subscription.Subscription;
import calltally.reporting.mail.CircuitBreakers;
import calltally.reporting.mail.MailAddress;
import calltally.reporting.mail.MailServer;
import calltally.reporting.mail.MailTimeouts;
import calltally.reporting.mail.ScriptedServer;
import calltally.reporting.render.ReportFormat;
import calltally.reporting.report.CustomerNumbers;
import calltally.reporting.report.ReportFilter;
import calltally.reporting.report.ReportKind;
import calltally.reporting.report.query.History;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A company in Minsk with calls, a ledger, a scripted mail server, and a settable clock. */
final class DispatchFixture implements AutoCloseable {

  static final ZoneId MINSK = ZoneId.of("Europe/Minsk");
  private static final MailTimeouts PATIENCE =
      new MailTimeouts(Duration.ofSeconds(30), Duration.ofMillis(400), Duration.ofSeconds(60));

  private final History history = new History(MINSK);
  private final ScriptedServer server = new ScriptedServer();
  private final SettableClock clock;
  private final Path folder;

  DispatchFixture(Path folder, String localTime) {
    this.folder = folder;
    this.clock = new SettableClock(LocalDateTime.parse(localTime).atZone(MINSK).toInstant());
  }

  History history() {
    return history;
  }

  ScriptedServer server() {
    return server;
  }

  SettableClock clock() {
    return clock;
  }

  Archive archive() {
    return new Archive(folder.resolve("archive"));
  }

  DeliveryLedger ledger() {
    return new DeliveryLedger(history.pool());
  }

  ReportDispatcher dispatcher() {
    return dispatcher(
        new MailSettings(server.open(PATIENCE), sender(), URI.create("mailto:stop@example.com")));
  }

  ReportDispatcher officeAt(MailServer other) {
    return dispatcher(new MailSettings(other, sender(), null));
  }

  ReportDispatcher dispatcher(@Nullable MailSettings mailSettings) {
    return new ReportDispatcher(
        history.pool(),
        new DispatchSettings(
            "Romashka",
            null,
            true,
            archive(),
            mailSettings,
            URI.create("https://calls.example.com")),
        clock);
  }

  /**
   * The sender of a service whose server may take its time.
   *
   * @param breakers shared by the senders of one service
   */
  DeliverySender patientSender(CircuitBreakers breakers) {
    return sender(server.open(MailTimeouts.DEFAULT), breakers);
  }

  DeliverySender sender(MailServer other, CircuitBreakers breakers) {
    return new DeliverySender(
        history.pool(),
        archive(),
        new MailSettings(other, sender(), null),
        breakers.of(other),
        clock);
  }

  private static MailAddress sender() {
    return MailAddress.parse("Calltally <reports@example.com>");
  }

  /** Sets the clock and lets a newly started dispatcher do whatever is due. */
  void at(String localTime, Subscription... subscriptions) {
    setClock(localTime);
    round(subscriptions);
  }

  void setClock(String localTime) {
    clock.set(LocalDateTime.parse(localTime).atZone(MINSK).toInstant());
  }

  void round(Subscription... subscriptions) {
    ReportDispatcher dispatcher = dispatcher();
    dispatcher.open(List.of(subscriptions));
    dispatcher.render(List.of(subscriptions));
    dispatcher.send();
  }

  /** The ledger, one line per entry, oldest first: dates, revision, recipient, state. */
  String said() {
    List<DeliveryOutcome> entries = new ArrayList<>(ledger().newest(1000));
    Collections.reverse(entries);
    return entries.stream()
        .map(
            entry ->
                "%s..%s r%d %s %s"
                    .formatted(
                        entry.dates().from(),
                        entry.dates().until().minusDays(1),
                        entry.revision(),
                        entry.recipient(),
                        entry.state()))
        .collect(Collectors.joining("\n"));
  }

  /** How often mails were tried in all. */
  int attempts() {
    return ledger().newest(1000).stream().mapToInt(DeliveryOutcome::attempts).sum();
  }

  /** The Message-IDs of the mails sent in full, attempt by attempt. */
  List<String> messageIds() {
    return server.messages().stream()
        .map(
            message ->
                message.lines().filter(l -> l.startsWith("Message-ID")).findFirst().orElseThrow())
        .toList();
  }

  /** The same subscription under that name. */
  static Subscription named(String name, Subscription other) {
    return new Subscription(
        name,
        other.report(),
        other.source(),
        other.zone(),
        other.filter(),
        other.fanOut(),
        other.recipients(),
        other.options(),
        other.rules());
  }

  /** The same subscription with masked numbers. */
  static Subscription masked(Subscription other) {
    return new Subscription(
        other.name(),
        other.report(),
        other.source(),
        other.zone(),
        other.filter(),
        other.fanOut(),
        other.recipients(),
        new ReportOptions(
            other.options().language(), other.options().formats(), CustomerNumbers.MASKED),
        other.rules());
  }

  static Subscription daily(String schedule, String... to) {
    return subscription(ReportKind.DAILY, schedule, to);
  }

  static Subscription subscription(ReportKind kind, String schedule, String... to) {
    return new Subscription(
        null,
        kind,
        "main",
        MINSK,
        ReportFilter.NONE,
        null,
        new Recipients(Arrays.stream(to).map(MailAddress::parse).toList(), List.of()),
        new ReportOptions(Locale.ENGLISH, EnumSet.of(ReportFormat.PDF), CustomerNumbers.SHOWN),
        new DeliveryRules(
            Schedule.parse(schedule), Duration.ofHours(1), DeliveryRules.WhenEmpty.SEND));
  }

  @Override
  public void close() {
    server.close();
    history.close();
  }
}
