package calltally.reporting.handover;

import calltally.reporting.handover.bitrix24.Bitrix24;
import calltally.reporting.handover.bitrix24.Kind;
import calltally.sql.DatabaseAddress;
import calltally.sql.ReusedSessions;
import calltally.sql.testing.ChildJvm;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;

/** A sender of tasks in a process of its own, which looks once. */
public final class TaskProgram {

  private TaskProgram() {}

  static Process start(DatabaseAddress database, URI webhook, Instant now) throws IOException {
    return new ProcessBuilder(
            ChildJvm.command(
                List.of("-Xmx64m"),
                TaskProgram.class,
                database.url(),
                database.user(),
                webhook.toString(),
                now.toString()))
        .inheritIO()
        .start();
  }

  /**
   * Makes one attempt at each task that is due.
   *
   * @param arguments JDBC address, user, webhook, instant
   */
  public static void main(String[] arguments) {
    ReusedSessions database = new ReusedSessions();
    database.setUrl(arguments[0]);
    database.setUser(arguments[1]);
    Bitrix24 portal = new Bitrix24(URI.create(arguments[2]), Kind.TODO, Duration.ofMinutes(5));
    CallerReceivers receivers =
        new CallerReceivers(
            null,
            null,
            List.of(),
            List.of(TaskFixture.receiver("b24", portal, false)),
            Locale.ENGLISH);
    new TaskSender(database, receivers).send(InstantSource.fixed(Instant.parse(arguments[3])));
  }
}
