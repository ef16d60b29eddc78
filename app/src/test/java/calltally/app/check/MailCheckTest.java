package calltally.app.check;

import static calltally.app.terminal.Texts.ENGLISH;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import calltally.app.configuration.MailEntry;
import calltally.app.terminal.Texts;
import calltally.reporting.mail.MailAddress;
import calltally.reporting.mail.MailEncryption;
import calltally.reporting.mail.MailLogin;
import calltally.reporting.mail.MailServer;
import calltally.reporting.mail.MailTimeouts;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class MailCheckTest {

  private static final Duration TIMEOUT = Duration.ofSeconds(20);

  @Test
  void without_a_configured_server_there_is_nothing_to_do() {
    assertThat(new MailCheck(null, TIMEOUT).result().line(ENGLISH))
        .isEqualTo("ok       mail           not configured: no report is mailed");
  }

  @Test
  void a_server_that_answers_is_ok() throws IOException {
    CheckResult result = greeting(null, "220-mx ready\r\n220 mx\r\n", "250-mx\r\n250 SIZE\r\n");

    assertThat(result.status()).isEqualTo(CheckStatus.OK);
    assertThat(result.sentence(ENGLISH)).matches("127\\.0\\.0\\.1:\\d+ answers");
  }

  @Test
  void a_server_without_the_configured_encryption_has_failed() throws IOException {
    CheckResult result = greeting("secret", "220 mx\r\n", "250 SIZE\r\n");

    assertThat(result.status()).isEqualTo(CheckStatus.FAILED);
    assertThat(result.line(ENGLISH))
        .contains("would not accept a report: ", "; no report is mailed unencrypted");
  }

  @Test
  void anything_but_a_mail_server_has_failed() throws IOException {
    assertThat(greeting(null, "HTTP/1.1 400 Bad Request\r\n").line(ENGLISH))
        .contains("would not accept a report: ", "; check mail.host, mail.port");
    assertThat(greeting(null, "554 no\r\n").sentence(ENGLISH)).endsWith("554 no");
    assertThat(greeting(null, "220 mx\r\n", "421 too busy\r\n").status())
        .isEqualTo(CheckStatus.FAILED);
    assertThat(greeting(null, "220 mx\r\n", "550 5.7.1 who is that\r\n").sentence(ENGLISH))
        .matches(
            "would not accept a report: EHLO calltally\\.example\\.com to 127\\.0\\.0\\.1:\\d+:"
                + " 550 5\\.7\\.1 who is that");
    assertThat(greeting(null, "").status()).isEqualTo(CheckStatus.FAILED);
  }

  @Test
  void user_and_password_are_tried_and_the_password_is_not_printed() {
    ServerSetup settings = new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
    settings.setServerStartupTimeout(30_000);
    GreenMail server = new GreenMail(settings);
    server.setUser("reports", "right password");
    server.start();
    try {
      int port = server.getSmtp().getPort();

      assertThat(login(port, "right password").line(ENGLISH))
          .isEqualTo(
              "ok       mail           127.0.0.1:%d answers, and accepts user reports"
                  .formatted(port));
      assertThat(login(port, "wrong password").line(ENGLISH))
          .startsWith("failed ")
          .contains("535", "; check mail.user and mail.password")
          .doesNotContain("wrong password");
      assertThat(server.getReceivedMessages()).isEmpty();
    } finally {
      server.stop();
    }
  }

  @Test
  void a_certificate_that_nobody_trusts_is_named_with_the_server() {
    ServerSetup settings = new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTPS);
    settings.setServerStartupTimeout(30_000);
    GreenMail server = new GreenMail(settings);
    server.start();
    try {
      int port = server.getSmtps().getPort();
      CheckResult result = new MailCheck(mail(port, null, MailEncryption.TLS), TIMEOUT).result();

      assertThat(result.line(ENGLISH))
          .startsWith("failed ")
          .contains(
              "would not accept a report: the certificate of 127.0.0.1:"
                  + port
                  + " is not trusted: it is not signed by an authority that Java trusts;"
                  + " mail.host must be");
      assertThat(result.line(Texts.RUSSIAN))
          .contains("сертификату сервера 127.0.0.1:" + port + " нельзя доверять: его подписал");
    } finally {
      server.stop();
    }
  }

  @Test
  void a_server_that_cannot_be_reached_or_says_nothing_has_failed() throws IOException {
    ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    CheckResult waited =
        new MailCheck(mail(silent.getLocalPort(), null), Duration.ofMillis(50)).result();
    silent.close();
    CheckResult refused = new MailCheck(mail(silent.getLocalPort(), null), TIMEOUT).result();

    assertThat(waited.status()).isEqualTo(CheckStatus.FAILED);
    assertThat(waited.sentence(ENGLISH)).contains("would not accept a report: ");
    assertThat(refused.status()).isEqualTo(CheckStatus.FAILED);
    assertThat(refused.sentence(ENGLISH))
        .isEqualTo(
            "would not accept a report: 127.0.0.1:%d refuses the connection"
                .formatted(silent.getLocalPort()));
  }

  /** What is found at a server that gives these replies one after another, and then hangs up. */
  private static CheckResult greeting(@Nullable String password, String... replies)
      throws IOException {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      CompletableFuture<Void> said = CompletableFuture.runAsync(() -> reply(server, replies));
      CheckResult result = new MailCheck(mail(server.getLocalPort(), password), TIMEOUT).result();
      said.join();
      return result;
    }
  }

  private static void reply(ServerSocket server, String... replies) {
    try (Socket socket = server.accept()) {
      for (int i = 0; i < replies.length; i++) {
        socket.getOutputStream().write(replies[i].getBytes(US_ASCII));
        if (i < replies.length - 1) {
          command(socket);
        }
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void command(Socket socket) throws IOException {
    int next = 0;
    while (next >= 0 && next != '\n') {
      next = socket.getInputStream().read();
    }
  }

  /** At a server on this machine, where nobody listens in. */
  private static CheckResult login(int port, String password) {
    return new MailCheck(
            mail(port, new MailLogin("reports", password), MailEncryption.NONE), TIMEOUT)
        .result();
  }

  private static MailEntry mail(int port, @Nullable String password) {
    return password == null
        ? mail(port, null, MailEncryption.NONE)
        : mail(port, new MailLogin("reports", password), MailEncryption.STARTTLS);
  }

  private static MailEntry mail(int port, @Nullable MailLogin login, MailEncryption encryption) {
    return new MailEntry(
        new MailServer(
            "127.0.0.1", port, login, encryption, MailTimeouts.DEFAULT, "calltally.example.com"),
        MailAddress.parse("Calltally <reports@example.com>"),
        List.of(),
        null,
        1);
  }
}
