package calltally.reporting.mail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A server with a certificate for 127.0.0.1, which the sender trusts. */
@Timeout(120)
final class EncryptionTest {

  private static final String PASSWORD = "password";

  @TempDir private Path folder;

  @Test
  void a_mail_is_sent_encrypted_to_the_host_named_in_the_certificate_only() throws Exception {
    Path keys = keys();
    try (ScriptedServer server = new ScriptedServer()) {
      server.encryptingBy(context(keys));

      assertThat(said(keys, "127.0.0.1", server)).startsWith("Taken[answer=250 taken");
      assertThat(server.messages()).hasSize(1);
      assertThat(server.commands())
          .filteredOn(command -> !command.startsWith("EHLO"))
          .startsWith("STARTTLS", "MAIL FROM:<anna@example.com>");

      server.encryptingBy(context(keys));
      assertThat(said(keys, "localhost", server)).startsWith("Unreachable[").contains("localhost");
      assertThat(server.messages()).hasSize(1);
    }
  }

  private static String said(Path keys, String host, ScriptedServer server) throws Exception {
    Process program = SendMailProgram.start(keys, PASSWORD, host, server.port());
    String said = new String(program.getInputStream().readAllBytes(), UTF_8);
    assertThat(program.waitFor()).isZero();
    return said;
  }

  private Path keys() throws Exception {
    Path keys = folder.resolve("keys.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keystore",
                keys.toString(),
                "-storepass",
                PASSWORD,
                "-alias",
                "mx",
                "-keyalg",
                "EC",
                "-dname",
                "CN=mx",
                "-ext",
                "san=ip:127.0.0.1")
            .redirectErrorStream(true)
            .start();
    keytool.getInputStream().readAllBytes();
    assertThat(keytool.waitFor()).isZero();
    return keys;
  }

  private static SSLContext context(Path keys) throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(keys)) {
      store.load(in, PASSWORD.toCharArray());
    }
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(store, PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context;
  }
}
