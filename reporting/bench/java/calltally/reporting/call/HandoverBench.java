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
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jooq.Param;
import org.jooq.impl.DSL;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Times a refresh while callers are handed over to two webhooks and a CRM, against one without, in
 * alternation, so that other load on the machine affects both alike.
 */
public final class HandoverBench {

  private static final long LEAST_WAITING = 10_000;

  /** Rounds until both programs are compiled. */
  private static final int WARM_UP = 6;

  /** Soon after the last calls: later, callers of before would wait no longer. */
  private static final Clock CLOCK =
      Clock.offset(
          Clock.systemUTC(),
          Duration.between(Instant.now(), Instant.parse("2026-11-02T23:00:00Z")));

  /** The webhooks have been notified of everybody: to post each would take hours. */
  private static final String HANDED_OVER =
      """
      with caller as (
          insert into ledger.waiting_caller
              (source_id, customer_key, pbx_id, line, department, missed_at, details)
          select source_id, customer_key, pbx_id, line, department, missed_at, details
          from ledger.newly_waiting('main', 'one', interval '5 minutes', cast({0} as timestamptz))
          returning source_id, caller_id
      ),
      message as (
          insert into ledger.caller_message (channel, created_at, notified_at)
          values ('one', now(), now()), ('two', now(), now())
          returning message_id, channel
      )
      insert into ledger.caller_notice
      select c.source_id, c.caller_id, 'waiting', m.channel, false, now(), m.message_id
      from caller as c
      cross join message as m
      """;

  private HandoverBench() {}

  /**
   * @param arguments notifications of the history, rounds
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
        CallerReceivers receivers = receivers(programs.getAddress().getPort());
        CallbackMonitor monitor = new CallbackMonitor(pool, receivers, new CircuitBreakers(CLOCK));
        TaskSender sender = new TaskSender(pool, receivers);
        Runnable look =
            () -> {
              monitor.look(CLOCK);
              sender.send(CLOCK);
            };
        journal.sql().execute(HANDED_OVER, now());
        say("first look: %,d ms", timed(program, look));
        rounds(journal, program, look, Integer.parseInt(arguments[1]));
      }
    } finally {
      programs.stop(0);
    }
  }

  /** Calls must be up to date, else nothing is recorded. */
  private static long timed(RefreshProgram program, Runnable look) throws Exception {
    program.refresh();
    long start = System.nanoTime();
    look.run();
    return (System.nanoTime() - start) / 1_000_000;
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

  private static void rounds(
      GeneratedJournal journal, RefreshProgram program, Runnable look, int rounds)
      throws Exception {
    List<Double> ratios = new ArrayList<>();
    for (int round = 0; round < WARM_UP + rounds; round++) {
      boolean isFirst = round % 2 == 0;
      long with = isFirst ? withHandover(journal, program, look) : 0;
      journal.addThousand();
      long without = program.refresh().milliseconds();
      with = isFirst ? with : withHandover(journal, program, look);
      if (round >= WARM_UP) {
        ratios.add((double) with / without);
      }
      say("refresh: with hand-over %,d ms, without %,d ms", with, without);
    }
    double[] sorted = ratios.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    say(
        "refresh with / without hand-over: median %.2f, from %.2f to %.2f %s",
        median(sorted), sorted[0], sorted[sorted.length - 1], Arrays.toString(sorted));
  }

  private static double median(double[] sorted) {
    return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
  }

  private static long withHandover(GeneratedJournal journal, RefreshProgram program, Runnable look)
      throws Exception {
    journal.addThousand();
    CompletableFuture<Void> looking = CompletableFuture.runAsync(look);
    long took = program.refresh().milliseconds();
    looking.join();
    return took;
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
