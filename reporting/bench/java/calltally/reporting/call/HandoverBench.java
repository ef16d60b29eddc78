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

  private static final long NOTIFICATIONS = 1_000;

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
        firstLook(program, pool);
        journal.run(NOTIFIED);
        CallerReceivers receivers = receivers(programs.getAddress().getPort());
        CallbackMonitor monitor = new CallbackMonitor(pool, receivers, new CircuitBreakers(CLOCK));
        TaskSender sender = new TaskSender(pool, receivers);
        Runnable look =
            () -> {
              monitor.look(CLOCK);
              sender.send(CLOCK);
            };
        rounds(journal, program, look, Integer.parseInt(arguments[1]));
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

  private static void rounds(
      GeneratedJournal journal, RefreshProgram program, Runnable look, int rounds)
      throws Exception {
    List<Double> ratios = new ArrayList<>();
    int leftOut = 0;
    for (int round = 0; ratios.size() < rounds && leftOut <= rounds; round++) {
      boolean isFirst = round % 2 == 0;
      RefreshProgram.Run before = isFirst ? withHandover(journal, program, look) : null;
      journal.addThousand();
      RefreshProgram.Run without = program.refresh();
      RefreshProgram.Run with = before == null ? withHandover(journal, program, look) : before;
      boolean isPair =
          with.notifications() == NOTIFICATIONS && without.notifications() == NOTIFICATIONS;
      if (round >= WARM_UP && isPair) {
        ratios.add((double) with.milliseconds() / without.milliseconds());
      } else if (round >= WARM_UP) {
        leftOut++;
      }
      say(
          "refresh: with hand-over %,d ms (%,d notifications), without %,d ms (%,d)",
          with.milliseconds(),
          with.notifications(),
          without.milliseconds(),
          without.notifications());
    }
    double[] sorted = ratios.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    say(
        "refresh with / without hand-over: median %.3f of %d pairs, from %.2f to %.2f %s",
        median(sorted),
        sorted.length,
        sorted[0],
        sorted[sorted.length - 1],
        Arrays.toString(sorted));
    say(
        "pairs left out, in which a refresh had other than %,d notifications: %d",
        NOTIFICATIONS, leftOut);
  }

  /** The mean of the two middle ones of an even number. */
  private static double median(double[] sorted) {
    return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
  }

  private static RefreshProgram.Run withHandover(
      GeneratedJournal journal, RefreshProgram program, Runnable look) throws Exception {
    journal.addThousand();
    CompletableFuture<Void> looking = CompletableFuture.runAsync(look);
    RefreshProgram.Run run = program.refresh();
    looking.join();
    return run;
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
