package calltally.reporting.delivery;

import calltally.reporting.delivery.schedule.Schedule;
import calltally.reporting.mail.MailAddress;
import calltally.reporting.mail.MailServer;
import calltally.reporting.mail.Patience;
import calltally.reporting.mail.ScriptedServer;
import calltally.reporting.render.ReportFormat;
import calltally.reporting.report.CustomerNumbers;
import calltally.reporting.report.Filter;
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

/** A company in Minsk with calls, a ledger, a mail server that does as it is told, and a clock. */
final class Mailroom implements AutoCloseable {

  static final ZoneId MINSK = ZoneId.of("Europe/Minsk");
  private static final Patience PATIENCE =
      new Patience(Duration.ofSeconds(30), Duration.ofMillis(400), Duration.ofSeconds(60));

  private final History history = new History(MINSK);
  private final ScriptedServer server = new ScriptedServer();
  private final SettableClock clock;
  private final Path folder;

  Mailroom(Path folder, String localTime) {
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
    return new DeliveryLedger(history.owner());
  }

  PostOffice office() {
    return office(new Post(server.open(PATIENCE), sender(), URI.create("mailto:stop@example.com")));
  }

  PostOffice officeAt(MailServer other) {
    return office(new Post(other, sender(), null));
  }

  PostOffice office(@Nullable Post post) {
    return new PostOffice(history.owner(), new Office("Romashka", null, archive(), post), clock);
  }

  private static MailAddress sender() {
    return MailAddress.parse("Calltally <reports@example.com>");
  }

  /** Sets the clock and lets a post office that was just started do what there is to do. */
  void at(String localTime, Subscription... subscriptions) {
    clock.set(LocalDateTime.parse(localTime).atZone(MINSK).toInstant());
    round(subscriptions);
  }

  void round(Subscription... subscriptions) {
    PostOffice office = office();
    office.open(List.of(subscriptions));
    office.render(List.of(subscriptions));
    office.send();
  }

  /** What the ledger says, a line each, oldest first: dates, revision, recipient, state. */
  String said() {
    List<LedgerEntry> entries = new ArrayList<>(ledger().newest(1000));
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

  /** Of what was handed over whole, attempt by attempt. */
  List<String> messageIds() {
    return server.messages().stream()
        .map(
            message ->
                message.lines().filter(l -> l.startsWith("Message-ID")).findFirst().orElseThrow())
        .toList();
  }

  /** The same, known by that name. */
  static Subscription named(String name, Subscription other) {
    return new Subscription(
        name,
        other.report(),
        other.source(),
        other.zone(),
        other.filter(),
        other.fanOut(),
        other.recipients(),
        other.edition(),
        other.terms());
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
        Filter.NONE,
        null,
        new Recipients(Arrays.stream(to).map(MailAddress::parse).toList(), List.of()),
        new Edition(Locale.ENGLISH, EnumSet.of(ReportFormat.PDF), CustomerNumbers.SHOWN),
        new Terms(Schedule.parse(schedule), Duration.ofHours(1), Terms.WhenEmpty.SEND));
  }

  @Override
  public void close() {
    server.close();
    history.close();
  }
}
