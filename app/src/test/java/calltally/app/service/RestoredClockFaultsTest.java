package calltally.app.service;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static picocli.CommandLine.ExitCode.OK;

import calltally.app.testing.CommandProcess;
import calltally.app.testing.TestConsole;
import calltally.sql.embedded.EmbeddedCluster;
import calltally.sql.testing.MigratedFolder;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;

/**
 * A backup by a machine whose clock is a day ahead, restored where the clock is right, in the night
 * in which Berlin's clocks change.
 *
 * <p>Needs libfaketime: only the profile {@code faults} runs it.
 */
@Tag("faults")
final class RestoredClockFaultsTest {

  private static final Duration LIMIT = Duration.ofMinutes(4);

  /** 8 o'clock in Berlin, on the day of the change and the day after. */
  private static final Instant RIGHT = Instant.parse("2026-10-25T07:00:00Z");

  private static final Instant AHEAD = Instant.parse("2026-10-26T07:00:00Z");

  private static final List<String> AROUND_THE_CHANGE =
      List.of(
          "2026-10-24T20:30:00Z",
          "2026-10-24T23:30:00Z",
          "2026-10-25T00:30:00Z",
          "2026-10-25T01:30:00Z",
          "2026-10-25T22:30:00Z",
          "2026-10-25T23:30:00Z");

  private static final String FIGURES =
      """
      select 'day', d::text from analytics.daily_line as d
      union all select 'call', c::text from analytics.call as c
      order by 1, 2
      """;

  @TempDir private Path folder;

  private final Deque<AutoCloseable> open = new ArrayDeque<>();
  private final HttpClient client = HttpClient.newHttpClient();
  private final List<String> mails = new CopyOnWriteArrayList<>();
  private volatile boolean isBusy = true;
  private SettableSystemTime time;
  private int mail;

  @BeforeEach
  void setTime() throws IOException {
    time = SettableSystemTime.in(folder);
  }

  @AfterEach
  void stop() throws Exception {
    for (AutoCloseable each : open) {
      each.close();
    }
  }

  @Test
  void figures_equal_a_rebuild_nothing_waits_for_a_day_and_no_mail_is_sent_twice()
      throws Exception {
    mail = mailServer();
    MigratedFolder.copyTo(folder.resolve("data"));
    configure("data");
    setTime(AHEAD.minusSeconds(30));
    CommandProcess before = CommandProcess.start(folder, time.environment(), "serve");
    open.push(() -> before.process().destroyForcibly().waitFor());
    String address = address(before);
    for (String at : AROUND_THE_CHANGE) {
      missed(address, at);
    }
    await().atMost(LIMIT).until(() -> mails.size() == 1 && isPostponed());
    execute("insert into web.session select sha256('1'), 'boss', sha256('2'), now(), now()");
    assertThat(run("backup", "backup.tar.gz")).isZero();
    assertThat(before.process().isAlive()).isTrue();
    before.process().destroy();
    before.process().waitFor();
    String figures = figures();
    assertThat(mails).hasSize(1);

    isBusy = false;
    configure("restored");
    setTime(RIGHT);
    assertThat(run("restore", "backup.tar.gz")).isZero();
    assertThat(figures()).isEqualTo(figures);
    assertThat(answer("select count(*) from web.session")).containsExactly("0");
    CommandProcess after = CommandProcess.start(folder, time.environment(), "serve");
    open.push(() -> after.process().destroyForcibly().waitFor());
    missed(address(after), "2026-10-25T06:00:00Z");

    await().atMost(LIMIT).until(() -> mails.size() == 2);
    await().atMost(LIMIT).until(() -> calls() == AROUND_THE_CHANGE.size() + 1);
    String refreshed = figures();
    works("refresh", "--rebuild");
    assertThat(figures()).isEqualTo(refreshed);
    setTime(AHEAD.plus(Duration.ofDays(1)));
    await().atMost(LIMIT).until(() -> mails.size() == 4);
    assertThat(mails.stream().filter(mail -> mail.startsWith("a@")).distinct()).hasSize(2);
    assertThat(mails).doesNotHaveDuplicates();
  }

  /** Takes what is for a@example.com; has the others wait while it is busy. */
  private int mailServer() {
    SMTPServer server =
        SMTPServer.port(0)
            .bindAddress(InetAddress.getLoopbackAddress())
            .messageHandlerFactory(context -> new Taking())
            .build();
    server.start();
    open.push(server::stop);
    return server.getPortAllocated();
  }

  private void configure(String data) throws IOException {
    Files.writeString(
        folder.resolve("calltally.yaml"),
        """
        http: {port: 0}
        data: %s
        mail: {host: 127.0.0.1, port: %d, tls: none, from: reports@example.com}
        subscriptions:
          - {report: daily, at: "daily 08:00", to: [a@example.com, b@example.com]}
        sources: [{name: main, zone: Europe/Berlin, region: DE, tokens: [%s]}]
        """
            .formatted(data, mail, RunningService.TOKEN));
  }

  private void setTime(Instant at) throws IOException {
    time.set("%+d".formatted(Duration.between(Instant.now(), at).toSeconds()));
  }

  private static String address(CommandProcess serve) throws IOException {
    return serve
        .process()
        .inputReader()
        .lines()
        .filter(line -> line.startsWith("Receiving at "))
        .findFirst()
        .orElseThrow(() -> new AssertionError("it must start"))
        .replaceAll("Receiving at (\\S+) .*", "$1");
  }

  private void missed(String address, String at) throws Exception {
    URI notification =
        URI.create(
            "%s/notify/%s?event=incoming_call_end&time=%s&pbx_id=%s&caller=%%2B4930123456&receiver=%%2B4930111111&status=missed"
                .formatted(address, RunningService.TOKEN, at, at.replace(':', '-')));
    HttpRequest request = HttpRequest.newBuilder(notification).build();
    assertThat(client.send(request, BodyHandlers.discarding()).statusCode()).isEqualTo(200);
  }

  private boolean isPostponed() {
    return answer("select state || attempts from ledger.delivery where recipient like 'b@%'")
        .equals(List.of("waiting1"));
  }

  private long calls() {
    return answer("select pbx_id from analytics.call").size();
  }

  private String figures() {
    return String.join("\n", answer(FIGURES));
  }

  private List<String> answer(String sql) {
    try (EmbeddedCluster cluster = EmbeddedCluster.open(data())) {
      return DSL.using(superuser(cluster), SQLDialect.POSTGRES).fetch(sql).stream()
          .map(row -> List.of(row.intoArray()).toString().replaceAll("^\\[|]$", ""))
          .toList();
    }
  }

  private void execute(String sql) {
    try (EmbeddedCluster cluster = EmbeddedCluster.open(data())) {
      DSL.using(superuser(cluster), SQLDialect.POSTGRES).execute(sql);
    }
  }

  private Path data() {
    Path restored = folder.resolve("restored");
    return Files.exists(restored) ? restored : folder.resolve("data");
  }

  private static PGSimpleDataSource superuser(EmbeddedCluster cluster) {
    PGSimpleDataSource superuser = new PGSimpleDataSource();
    superuser.setUrl(cluster.address().url());
    superuser.setUser(cluster.address().user());
    superuser.setPassword(cluster.address().password());
    return superuser;
  }

  /** Runs a command under the set time. */
  private int run(String... arguments) throws Exception {
    CommandProcess command = CommandProcess.start(folder, time.environment(), arguments);
    byte[] unused = command.process().getInputStream().readAllBytes();
    return command.process().waitFor();
  }

  private void works(String... arguments) {
    TestConsole console = new TestConsole(folder);
    assertThat(console.run(arguments)).as(console.err()).isEqualTo(OK);
  }

  /** Each mail as its recipient and Message-ID. */
  private final class Taking implements MessageHandler {

    private String recipient = "";

    @Override
    public void from(String from) {
      // Anybody may send.
    }

    @Override
    public void recipient(String address) throws RejectException {
      if (isBusy && !address.startsWith("a@")) {
        throw new RejectException(450, "later");
      }
      recipient = address;
    }

    @Override
    public String data(InputStream mail) throws IOException {
      String text = new String(mail.readAllBytes(), ISO_8859_1);
      mails.add(
          recipient
              + text.lines().filter(line -> line.startsWith("Message-ID")).findFirst().orElse(""));
      return "taken";
    }

    @Override
    public void done() {
      // Each session has a handler of its own.
    }
  }
}
