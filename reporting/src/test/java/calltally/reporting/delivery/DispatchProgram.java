package calltally.reporting.delivery;

import calltally.reporting.delivery.subscription.Subscription;
import calltally.reporting.mail.MailAddress;
import calltally.reporting.mail.MailEncryption;
import calltally.reporting.mail.MailServer;
import calltally.reporting.mail.MailTimeouts;
import calltally.sql.DatabaseAddress;
import calltally.sql.ReusedSessions;
import calltally.sql.testing.ChildJvm;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** A dispatcher in a process of its own, on the clock of its database. */
public final class DispatchProgram {

  private DispatchProgram() {}

  static Process start(DatabaseAddress database, Path archive, int mailPort, Instant last)
      throws IOException {
    List<String> command =
        ChildJvm.command(
            List.of("-Xmx256m"),
            DispatchProgram.class,
            database.url(),
            database.user(),
            archive.toString(),
            String.valueOf(mailPort),
            last.toString());
    return new ProcessBuilder(command).inheritIO().start();
  }

  /**
   * Runs round after round, minute by minute.
   *
   * @param arguments JDBC address, user, archive, port of the mail server, last instant
   */
  public static void main(String[] arguments) {
    ReusedSessions database = new ReusedSessions();
    database.setUrl(arguments[0]);
    database.setUser(arguments[1]);
    MailServer server =
        new MailServer(
            "127.0.0.1",
            Integer.parseInt(arguments[3]),
            null,
            MailEncryption.NONE,
            MailTimeouts.DEFAULT,
            "calltally.example.com");
    rounds(database, new Archive(Path.of(arguments[2])), server, Instant.parse(arguments[4]));
  }

  /** Repeats until the clock shows a later instant. */
  static void rounds(DataSource database, Archive archive, MailServer server, Instant last) {
    SharedClock clock = new SharedClock(database);
    MailSettings mailSettings =
        new MailSettings(server, MailAddress.parse("reports@example.com"), null);
    ReportDispatcher dispatcher =
        new ReportDispatcher(
            database,
            new DispatchSettings("Romashka", null, true, archive, mailSettings, null),
            clock);
    String name = String.valueOf(ProcessHandle.current().pid());
    while (!clock.instant().isAfter(last)) {
      dispatcher.open(subscriptions());
      dispatcher.render(subscriptions());
      dispatcher.send();
      clock.done(name);
    }
  }

  /** One subscription every ten minutes from eight to nine. */
  static List<Subscription> subscriptions() {
    return Stream.of("08:00", "08:10", "08:20", "08:30", "08:40", "08:50")
        .map(
            time ->
                DispatchFixture.named(
                    "at " + time, DispatchFixture.daily("daily " + time, "boss@example.com")))
        .toList();
  }
}
