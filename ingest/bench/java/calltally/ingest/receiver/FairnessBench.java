package calltally.ingest.receiver;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import calltally.sql.DatabaseAddress;
import calltally.sql.Schema;
import calltally.sql.embedded.EmbeddedCluster;
import calltally.sql.settings.TokenDigest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.LongFunction;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.postgresql.ds.PGSimpleDataSource;

/** Measures how long small notifications take while another source sends the longest bodies. */
public final class FairnessBench {

  private static final String SMALL = "token-of-the-source-with-small-bodies";
  private static final String BIG = "token-of-the-source-with-big-bodies";
  private static final int PER_SECOND = 200;

  /** So many that none waits for another: two seconds of requests. */
  private static final int CONNECTIONS = 400;

  private static final int SECONDS_TO_REST = 3;

  private final int seconds;
  private final BenchedReceiver receiver;

  private FairnessBench(int seconds, BenchedReceiver receiver) {
    this.seconds = seconds;
    this.receiver = receiver;
  }

  /** Argument: seconds of each measurement. */
  public static void main(String[] arguments) throws Exception {
    Path folder = Files.createTempDirectory("calltally-bench");
    try (EmbeddedCluster cluster = EmbeddedCluster.openForService(folder)) {
      DatabaseAddress database = cluster.address();
      prepare(database);
      try (BenchedReceiver receiver =
          new BenchedReceiver(database.url(), database.password(), folder.resolve("spool"))) {
        new FairnessBench(Integer.parseInt(arguments[0]), receiver).run();
      }
    }
  }

  private static void prepare(DatabaseAddress database) {
    PGSimpleDataSource owner = new PGSimpleDataSource();
    owner.setUrl(database.url());
    owner.setUser(database.user());
    owner.setPassword(database.password());
    Schema.migrate(owner);
    DSLContext sql = DSL.using(owner, SQLDialect.POSTGRES);
    sql.execute(
        "insert into config.source (name, zone, region)"
            + " values ('small', 'Europe/Minsk', 'BY'), ('big', 'Europe/Minsk', 'BY')");
    sql.execute(
        "insert into config.source_token (source_id, digest)"
            + " values (1, decode(?, 'hex')), (2, decode(?, 'hex'))",
        TokenDigest.of(SMALL).hex(),
        TokenDigest.of(BIG).hex());
  }

  private void run() throws Exception {
    measure("warming up", 0, false);
    measure("alone", 0, false);
    measure("next to 8 connections with bodies of 1 MiB", 8, false);
    measure("next to 64 connections with bodies of 1 MiB", 64, false);
    measure("next to 200 connections with bodies of 1 MiB", 200, false);
    measure("next to 200 connections with slow bodies of 1 MiB", 200, true);
  }

  private void measure(String what, int connections, boolean areSlow) throws Exception {
    try (BigBodies big = BigBodies.start(receiver.port(), BIG, connections, areSlow)) {
      TimeUnit.SECONDS.sleep(2);
      Load.Result result =
          new Load(receiver.port(), CONNECTIONS, small(what), 200).run(seconds, PER_SECOND);
      say(
          "%d small notifications a second, %s: p50 %.1f ms, p99 %.1f ms, longest %.1f ms, %d wrong",
          PER_SECOND,
          what,
          result.millis(0.5),
          result.millis(0.99),
          result.millis(1),
          result.wrong());
      say(
          "  answers to big bodies: %s; spooled in all %.0f, memory %d MiB",
          big.end(), receiver.metric("calltally_spooled_total"), receiver.memory());
    }
    TimeUnit.SECONDS.sleep(SECONDS_TO_REST);
  }

  private static LongFunction<byte[]> small(String run) {
    String path =
        "/notify/" + SMALL + "?event=incoming_call_start&time=2026-11-20T06:00:00Z&pbx_id=";
    String suffix = "." + run.hashCode() + " HTTP/1.1\r\nHost: a\r\n\r\n";
    return number -> ("GET " + path + number + suffix).getBytes(ISO_8859_1);
  }

  private static void say(String text, Object... values) {
    System.out.println(String.format(Locale.ROOT, text, values));
  }
}
