package calltally.reporting.call;

import static java.nio.charset.StandardCharsets.UTF_8;

import calltally.reporting.handover.CallbackMonitor;
import calltally.reporting.handover.CallerReceivers;
import calltally.reporting.handover.CallerReceivers.Hook;
import calltally.reporting.handover.Responsibles;
import calltally.reporting.handover.TaskReceiver;
import calltally.reporting.handover.TaskSender;
import calltally.reporting.handover.bitrix24.Bitrix24;
import calltally.reporting.handover.bitrix24.Kind;
import calltally.reporting.http.SignedWebhook;
import calltally.reporting.mail.CircuitBreakers;
import calltally.sql.embedded.EmbeddedCluster;
import com.sun.net.httpserver.HttpServer;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.jooq.Param;
import org.jooq.impl.DSL;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Times refreshes while callers are handed over to two webhooks and a CRM, against refreshes
 * without, in alternation, so that other load on the machine affects both alike. Each minute is as
 * busy as a minute of a service, which refreshes every three seconds, looks for waiting callers
 * once and sends tasks every ten seconds; only the pauses are left out.
 */
public final class HandoverBench {

  private static final long LEAST_WAITING = 10_000;

  private static final int REFRESHES = 18;

  /** After how many refreshes tasks are sent. */
  private static final int SENDING = 3;

  /** Minutes until both programs are compiled. */
  private static final int WARM_UP = 2;

  private static final Random MOMENTS = new Random(1);

  /** Soon after the last calls: later, callers of before would wait no longer. */
  private static final Clock CLOCK =
      Clock.offset(
          Clock.systemUTC(),
          Duration.between(Instant.now(), Instant.parse("2026-11-02T23:00:00Z")));

  /** The webhooks have been notified of everybody: to post each would take hours. */
  private static final String NOTIFIED =
      """
      update ledger.caller_message
      set next_attempt_at = null
      where next_attempt_at is not null;
      with message as (
          insert into ledger.caller_message (channel, created_at, notified_at)
          values ('one', now(), now()), ('two', now(), now())
          returning message_id, channel
      )
      update ledger.caller_notice as n
      set message_id = m.message_id
      from message as m
      where m.channel = n.channel
          and n.message_id is null
      """;

  private HandoverBench() {}

  /**
   * @param arguments notifications of the history, minutes
   */
  public static void main(String[] arguments) throws Exception {
    Path folder = Files.createTempDirectory("calltally-bench-");
    HttpServer programs = programs();
    try (EmbeddedCluster cluster = EmbeddedCluster.open(folder)) {
      GeneratedJournal journal =
          GeneratedJournal.create(cluster.address(), "handover", Long.parseLong(arguments[0]));
      journal.sql().execute("update config.source set callback_window = interval '90 days'");
      try (RefreshProgram program = RefreshProgram.start(journal.database());
          HikariDataSource pool = pool(journal.database())) {
        say("rebuilt %s", program.rebuild());
        requireWaiting(journal);
        firstLook(program, pool);
        journal.run(NOTIFIED);
        CallerReceivers receivers = receivers(programs.getAddress().getPort());
        CallbackMonitor monitor = new CallbackMonitor(pool, receivers, new CircuitBreakers(CLOCK));
        TaskSender sender = new TaskSender(pool, receivers);
        Service service = new Service(() -> monitor.look(CLOCK), () -> sender.send(CLOCK));
        minutes(journal, program, service, Integer.parseInt(arguments[1]));
      }
    } finally {
      programs.stop(0);
    }
  }

  /** Records everybody for three receivers, of which the webhooks do not answer. */
  private static void firstLook(RefreshProgram program, HikariDataSource pool) throws Exception {
    HttpServer stopped = programs();
    stopped.stop(0);
    CallbackMonitor monitor =
        new CallbackMonitor(
            pool, receivers(stopped.getAddress().getPort()), new CircuitBreakers(CLOCK));
    // Calls must be up to date, else nothing is recorded.
    RefreshProgram.Run unused = program.refresh();
    long start = System.nanoTime();
    monitor.look(CLOCK);
    say("first look: %,d ms", (System.nanoTime() - start) / 1_000_000);
  }

  private static void requireWaiting(GeneratedJournal journal) {
    long waiting =
        journal
            .sql()
            .fetchSingle(
                "select count(*)"
                    + " from analytics.callback_deadlines('main', cast({0} as timestamptz))",
                now())
            .get(0, Long.class);
    say("%,d callers wait", waiting);
    if (waiting < LEAST_WAITING) {
      throw new IllegalStateException("too few callers wait: more notifications are needed");
    }
  }

  private static Param<String> now() {
    return DSL.inline(CLOCK.instant().toString());
  }

  /**
   * What a service does next to its refreshes.
   *
   * @param look what it does once a minute
   * @param send what it does every ten seconds
   */
  private record Service(Runnable look, Runnable send) {}

  /** Time and notifications of some refreshes. */
  private static final class Sum {
    private long milliseconds;
    private long notifications;

    void add(RefreshProgram.Run run) {
      milliseconds += run.milliseconds();
      notifications += run.notifications();
    }

    Sum plus(Sum other) {
      Sum both = new Sum();
      both.milliseconds = milliseconds + other.milliseconds;
      both.notifications = notifications + other.notifications;
      return both;
    }

    /** Milliseconds of a refresh of 1,000 notifications. */
    double ofThousand() {
      return 1_000.0 * milliseconds / notifications;
    }
  }

  /**
   * What was measured in a minute.
   *
   * @param with refreshes while callers are handed over
   * @param atLook those among them that began in the moment of a look
   * @param without refreshes without, in turns with the others
   */
  private record Minute(Sum with, Sum atLook, Sum without) {

    double ratio() {
      return with.ofThousand() / without.ofThousand();
    }

    Minute plus(Minute other) {
      return new Minute(
          with.plus(other.with), atLook.plus(other.atLook), without.plus(other.without));
    }
  }

  private static void minutes(
      GeneratedJournal journal, RefreshProgram program, Service service, int minutes)
      throws Exception {
    List<Minute> measured = new ArrayList<>();
    for (int number = -WARM_UP; number < minutes; number++) {
      Minute minute = minute(journal, program, service);
      say(
          "refresh of 1,000: with hand-over %,.0f ms, without %,.0f ms: %.3f",
          minute.with.ofThousand(), minute.without.ofThousand(), minute.ratio());
      if (number >= 0) {
        measured.add(minute);
      }
    }
    summarize(measured);
  }

  /** The look comes at another moment in each minute. */
  private static Minute minute(GeneratedJournal journal, RefreshProgram program, Service service)
      throws Exception {
    Minute minute = new Minute(new Sum(), new Sum(), new Sum());
    int moment = MOMENTS.nextInt(REFRESHES);
    for (int refresh = 0; refresh < REFRESHES; refresh++) {
      boolean isFirst = refresh % 2 == 0;
      if (!isFirst) {
        minute.without.add(refreshed(journal, program, List.of()));
      }
      List<Runnable> meanwhile = new ArrayList<>();
      if (refresh == moment) {
        meanwhile.add(service.look);
      }
      if (refresh % SENDING == 0) {
        meanwhile.add(service.send);
      }
      RefreshProgram.Run run = refreshed(journal, program, meanwhile);
      minute.with.add(run);
      if (refresh == moment) {
        minute.atLook.add(run);
      }
      if (isFirst) {
        minute.without.add(refreshed(journal, program, List.of()));
      }
    }
    return minute;
  }

  private static RefreshProgram.Run refreshed(
      GeneratedJournal journal, RefreshProgram program, List<Runnable> meanwhile) throws Exception {
    journal.addThousand();
    List<CompletableFuture<Void>> started =
        meanwhile.stream().map(CompletableFuture::runAsync).toList();
    RefreshProgram.Run run = program.refresh();
    started.forEach(CompletableFuture::join);
    return run;
  }

  private static void summarize(List<Minute> minutes) {
    double[] sorted = minutes.stream().mapToDouble(Minute::ratio).sorted().toArray();
    Minute all = minutes.stream().reduce(Minute::plus).orElseThrow();
    say(
        "refresh with / without hand-over: median %.3f of %d minutes, from %.3f to %.3f; all %.3f",
        median(sorted), sorted.length, sorted[0], sorted[sorted.length - 1], all.ratio());
    say(
        "refreshes that began with a look / without hand-over: all %.3f",
        all.atLook.ofThousand() / all.without.ofThousand());
  }

  /** The mean of the two middle ones of an even number. */
  private static double median(double[] sorted) {
    return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
  }

  private static CallerReceivers receivers(int port) {
    String url = "http://127.0.0.1:" + port;
    Bitrix24 portal = Bitrix24.of(URI.create(url + "/rest/1/code/"), Kind.TASK);
    return new CallerReceivers(
        null,
        null,
        List.of(hook("one", url), hook("two", url)),
        List.of(
            new TaskReceiver(
                "b24",
                "main",
                portal,
                Duration.ofMinutes(5),
                false,
                new Responsibles(Map.of(), 1))),
        Locale.ENGLISH);
  }

  private static Hook hook(String name, String url) {
    return new Hook(
        name,
        "main",
        SignedWebhook.of(URI.create(url + "/in"), "a secret of hooks"),
        Duration.ofMinutes(5),
        false);
  }

  /** Takes everything: a webhook, and a portal in which no task exists. */
  private static HttpServer programs() throws Exception {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            exchange.getRequestBody().readAllBytes();
            boolean creates = exchange.getRequestURI().getPath().endsWith("tasks.task.add.json");
            byte[] body =
                (creates ? "{\"result\":{\"task\":{\"id\":\"1\"}}}" : "{\"result\":[]}")
                    .getBytes(UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
          }
        });
    server.start();
    return server;
  }

  private static HikariDataSource pool(PGSimpleDataSource owner) {
    PGSimpleDataSource database = new PGSimpleDataSource();
    database.setUrl(owner.getUrl());
    database.setUser(owner.getUser());
    database.setPassword(owner.getPassword());
    database.setOptions("-c role=calltally_report");
    HikariConfig config = new HikariConfig();
    config.setDataSource(database);
    config.setMaximumPoolSize(2);
    return new HikariDataSource(config);
  }

  private static void say(String text, Object... values) {
    System.out.println(String.format(Locale.ROOT, text, values));
  }
}
