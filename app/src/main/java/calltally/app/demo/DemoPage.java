package calltally.app.demo;

import calltally.app.check.ServiceStatus;
import calltally.app.configuration.WebEntry;
import calltally.app.database.CallDatabase;
import calltally.app.database.RandomPassword;
import calltally.app.database.ResolvedSettings;
import calltally.app.demo.exchange.SimulatedCompany;
import calltally.app.service.Shutdown;
import calltally.app.service.WebService;
import calltally.app.terminal.CommandContext;
import calltally.app.terminal.Message;
import calltally.app.terminal.Texts;
import calltally.ingest.metrics.Counters;
import calltally.web.user.PasswordHash;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Objects;

/** The page of the demonstration. Its clock starts on the evening of the simulated date. */
final class DemoPage {

  private static final String USER = "demo";
  private static final int PASSWORD_LENGTH = 10;
  private static final LocalTime EVENING = LocalTime.of(18, 5);

  private final SimulatedCompany company;
  private final LocalDate date;
  private final CommandContext context;
  private final String password = RandomPassword.of(PASSWORD_LENGTH);

  DemoPage(SimulatedCompany company, LocalDate date, CommandContext context) {
    this.company = company;
    this.date = date;
    this.context = context;
  }

  /** The lines of the configuration: a free port, and a user. */
  String yaml() {
    return """
    web: {host: 127.0.0.1, port: 0}
    users:
      - {name: %s, password_hash: "%s", role: all}\
    """
        .formatted(USER, PasswordHash.of(password).text());
  }

  /** Opens the page and says how to see it. */
  void open(ResolvedSettings settings, CallDatabase database, Shutdown shutdown) {
    WebEntry web = Objects.requireNonNull(settings.configuration().web());
    WebService page =
        shutdown.closing(
            WebService.start(
                web,
                settings.configuration(),
                database,
                new ServiceStatus(settings.configuration(), database),
                new Counters(),
                clock()));
    Texts texts = context.texts();
    say(Message.of("demo.page", texts.time("demo.date.pattern", date), page.address().toString()));
    say(Message.of("demo.login", USER, password));
  }

  private InstantSource clock() {
    Instant evening = date.atTime(EVENING).atZone(company.zone()).toInstant();
    Duration offset = Duration.between(context.clock().instant(), evening);
    return () -> context.clock().instant().plus(offset);
  }

  private void say(Message message) {
    context.out().println(context.texts().text(message));
  }
}
