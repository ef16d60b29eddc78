package calltally.reporting.delivery;

import calltally.reporting.call.Refresh;
import calltally.reporting.delivery.schedule.Schedule;
import calltally.reporting.delivery.subscription.DeliveryRules;
import calltally.reporting.delivery.subscription.Recipients;
import calltally.reporting.delivery.subscription.ReportOptions;
import calltally.reporting.delivery.subscription.Subscription;
import calltally.reporting.mail.CircuitBreakers;
import calltally.reporting.mail.CountingServer;
import calltally.reporting.mail.MailAddress;
import calltally.reporting.render.ReportFormat;
import calltally.reporting.report.CustomerNumbers;
import calltally.reporting.report.ReportFilter;
import calltally.reporting.report.ReportKind;
import calltally.sql.Schema;
import calltally.sql.embedded.EmbeddedCluster;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/**
 * The daily reports of many companies, all due at one minute: made on all cores, mailed to a local
 * server meanwhile, each exactly once.
 */
public final class DueReportsBench {

  private static final ZoneId ZONE = ZoneId.of("Europe/Minsk");
  private static final Instant SUBSCRIBED = Instant.parse("2026-11-19T12:00:00Z");
  private static final Instant DUE = Instant.parse("2026-11-20T05:00:00Z");
  private static final int SMTP_CONNECTIONS = 4;
  private static final Duration LONGEST_MAILING = Duration.ofMinutes(30);
  private static final double SECOND = 1e9;

  private static final String COMPANIES =
      """
      insert into config.source (name, zone, region)
      select 'company-' || n, 'Europe/Minsk', 'BY'
      from generate_series(1, {0}) as n
      """;

  private static final String SHIFTS =
      """
      insert into config.shift (source_id, weekday, from_time, to_time)
      select s.source_id, d, '09:00', '18:00'
      from config.source as s, generate_series(1, 5) as d
      """;

  private static final String LINES =
      """
      insert into directory.line (source_id, number, name, department)
      select s.source_id, '+37529000000' || n, 'Line ' || n, 'Sales'
      from config.source as s, generate_series(1, 2) as n
      """;

  private static final String MANAGERS =
      """
      insert into directory.manager_number (source_id, number, manager, department)
      select s.source_id, '+3752900000' || n, 'Manager ' || n, 'Sales'
      from config.source as s, generate_series(11, 15) as n
      """;

  /** From 5 to 84 calls of each company on the day before; every fourth is missed. */
  private static final String NOTIFICATIONS =
      """
      insert into journal.notification (source_id, received_at, occurred_at, digest, event, pbx_id,
          caller, receiver, status, duration, fields, method, channel, parser_version)
      select c.source_id, e.at, e.at,
          sha256(convert_to(concat_ws('|', c.source_id, c.n, e.event), 'UTF8')),
          e.event, c.source_id || '.' || c.n, '+37529' || 1000000 + c.source_id * 100 + c.n % 50,
          e.receiver, e.status, e.duration,
          jsonb_build_object('event', e.event, 'pbx_id', c.source_id || '.' || c.n),
          'POST', 'http', 1
      from (
          select s.source_id, n, timestamptz '2026-11-19T06:00:00Z' + n * interval '6 minutes' as at
          from config.source as s, generate_series(1, 5 + s.source_id * 37 % 80) as n) as c
      cross join lateral (
          select 'incoming_call_start' as event, c.at, '+37529000000' || 1 + c.n % 2 as receiver,
              null as status, null::numeric as duration
          union all
          select 'incoming_call_start_chain_member_call', c.at + interval '1 second',
              '+3752900000' || 11 + c.n % 5, null, null
          union all
          select 'incoming_call_answer', c.at + interval '9 seconds',
              '+3752900000' || 11 + c.n % 5, null, null
          where c.n % 4 > 0
          union all
          select 'incoming_call_end_chain_member_call', c.at + interval '90 seconds',
              '+3752900000' || 11 + c.n % 5,
              case when c.n % 4 > 0 then 'answer' else 'noanswer' end, null
          union all
          select 'incoming_call_end', c.at + interval '91 seconds', '+37529000000' || 1 + c.n % 2,
              case when c.n % 4 > 0 then 'answer' else 'missed' end,
              case when c.n % 4 > 0 then 82 else 0 end) as e
      """;

  private static final String NOT_ONCE =
      """
      select count(*)
      from ledger.mailing as m
      left join ledger.delivery as d using (source_id, mailing_id)
      where m.state <> 'rendered' or d.state is distinct from 'sent' or d.attempts <> 1
      """;

  /** How many of the reports were made after one that has twice as many calls, or more. */
  private static final String OUT_OF_ORDER =
      """
      select count(*)
      from (
          select r.calls, max(r.calls) over (order by r.run_id rows between unbounded preceding
              and 8 preceding) as before
          from (
              select m.run_id, (
                  select count(*) from calls.call as c where c.source_id = m.source_id) as calls
              from ledger.mailing as m) as r) as r
      where r.before > 2 * r.calls
      """;

  private final HikariDataSource database;
  private final DSLContext sql;
  private final Path archive;
  private final int companies;

  private DueReportsBench(HikariDataSource database, Path archive, int companies) {
    this.database = database;
    this.sql = DSL.using(database, SQLDialect.POSTGRES);
    this.archive = archive;
    this.companies = companies;
  }

  /**
   * @param arguments number of companies
   */
  public static void main(String[] arguments) throws Exception {
    Path folder = Files.createTempDirectory("calltally-bench");
    try (EmbeddedCluster cluster = EmbeddedCluster.open(folder.resolve("data"));
        HikariDataSource database = pool(cluster)) {
      Schema.migrate(database);
      new DueReportsBench(database, folder.resolve("archive"), Integer.parseInt(arguments[0]))
          .run();
    }
  }

  private void run() throws Exception {
    insertCompanies();
    try (CountingServer server = new CountingServer()) {
      SettableClock clock = new SettableClock(SUBSCRIBED);
      List<Subscription> subscriptions = subscriptions();
      MailSettings mail =
          new MailSettings(
              server.address(), MailAddress.parse("Calltally <reports@example.com>"), null);
      DispatchSettings settings =
          new DispatchSettings(null, null, false, new Archive(archive), mail, null);
      ReportDispatcher dispatcher = new ReportDispatcher(database, settings, clock);
      boolean unused = dispatcher.open(subscriptions);
      clock.set(DUE);
      DeliverySender sender =
          new DeliverySender(
              database,
              settings.archive(),
              mail,
              new CircuitBreakers(clock).of(server.address()),
              clock);
      try (DeliveryWorkers workers = workers(sender)) {
        measure(dispatcher, subscriptions, workers, server);
      }
    }
  }

  private DeliveryWorkers workers(DeliverySender sender) {
    DeliveryWorkers[] workers = new DeliveryWorkers[1];
    workers[0] = new DeliveryWorkers(SMTP_CONNECTIONS, () -> sender.send(() -> workers[0].help()));
    return workers[0];
  }

  private void measure(
      ReportDispatcher dispatcher,
      List<Subscription> subscriptions,
      DeliveryWorkers workers,
      CountingServer server)
      throws Exception {
    long start = System.nanoTime();
    if (!dispatcher.open(subscriptions)) {
      throw new IllegalStateException("cannot measure: reports must be due (was none)");
    }
    double opened = (System.nanoTime() - start) / SECOND;
    dispatcher.render(subscriptions, workers::wake);
    double rendered = (System.nanoTime() - start) / SECOND;
    workers.wake();
    boolean all = server.await(companies, LONGEST_MAILING);
    double mailed = (System.nanoTime() - start) / SECOND;
    // The last answer may not be recorded yet.
    for (int i = 0; i < 100 && notOnce() > 0; i++) {
      TimeUnit.MILLISECONDS.sleep(100);
    }
    say("%d daily reports due at one minute: recorded after %.1f s", companies, opened);
    say(
        "rendered after %.1f s (%.1f ms each), mailed after %.1f s",
        rendered, rendered * 1000 / companies, mailed);
    say(
        "memory of this JVM with the mail server in it (VmHWM): %s, of the heap %d MiB",
        peakMemory(), Runtime.getRuntime().totalMemory() >> 20);
    say(
        "mails: %d, to %d recipients; not rendered and sent exactly once: %d; made out of order:"
            + " %s",
        server.mails(), server.recipients(), notOnce(), sql.fetchValue(OUT_OF_ORDER));
    if (!all || server.mails() != companies || server.recipients() != companies || notOnce() > 0) {
      throw new IllegalStateException("cannot pass: each report must be mailed exactly once");
    }
  }

  private long notOnce() {
    return ((Number) sql.fetchSingle(NOT_ONCE).get(0)).longValue();
  }

  private static String peakMemory() throws Exception {
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith("VmHWM"))
        .findFirst()
        .orElse("unknown")
        .replaceAll("\\s+", " ");
  }

  private void insertCompanies() {
    long start = System.nanoTime();
    sql.execute(COMPANIES, DSL.inline(companies));
    sql.execute(SHIFTS);
    sql.execute(LINES);
    sql.execute(MANAGERS);
    sql.fetch("select journal.create_partition(date '2026-11-01')");
    sql.execute(NOTIFICATIONS);
    new Refresh(database).rebuild();
    sql.execute("vacuum analyze");
    say(
        "%d companies with %s calls, in %.1f s",
        companies,
        sql.fetchValue("select count(*) from calls.call"),
        (System.nanoTime() - start) / SECOND);
  }

  private List<Subscription> subscriptions() {
    List<Subscription> subscriptions = new ArrayList<>();
    for (int company = 1; company <= companies; company++) {
      subscriptions.add(
          new Subscription(
              null,
              ReportKind.DAILY,
              "company-" + company,
              ZONE,
              ReportFilter.NONE,
              null,
              new Recipients(
                  List.of(MailAddress.parse("head-%d@example.com".formatted(company))), List.of()),
              new ReportOptions(
                  Locale.ENGLISH, EnumSet.of(ReportFormat.PDF), CustomerNumbers.SHOWN),
              new DeliveryRules(
                  Schedule.parse("daily 08:00"),
                  Duration.ofHours(1),
                  DeliveryRules.WhenEmpty.SEND)));
    }
    return subscriptions;
  }

  private static HikariDataSource pool(EmbeddedCluster cluster) {
    HikariConfig pool = new HikariConfig();
    pool.setJdbcUrl(cluster.address().url());
    pool.setUsername(cluster.address().user());
    pool.setPassword(cluster.address().password());
    return new HikariDataSource(pool);
  }

  private static void say(String line, Object... values) {
    System.out.println(String.format(Locale.ROOT, line, values));
  }
}
