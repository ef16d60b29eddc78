package calltally.app.database;

import calltally.app.terminal.Message;
import calltally.app.terminal.Texts;
import calltally.sql.DatabaseAddress;
import calltally.sql.DatabaseRole;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** Explains how analysts connect with their own tools; never prints a password. */
public record ConnectionAdvice(CallDatabase database) {

  private static final int DEFAULT_PORT = 5432;

  public void print(PrintStream out, Texts texts) {
    out.println(texts.text("advice.tools", tools(texts)));
    if (!isAnalyst()) {
      out.println(texts.text("advice.no_login"));
    }
    out.println();
    out.println(texts.text("advice.here"));
    if (database.isEmbedded()) {
      out.println();
      out.println(texts.text("advice.embedded"));
    }
  }

  private Object[] tools(Texts texts) {
    return new Object[] {
      psql(),
      url(),
      login().user(),
      texts.text(whereThePasswordIs()),
      host(),
      String.valueOf(port()),
      databaseName(),
      database.isEmbedded() ? "disable" : texts.text("advice.tls")
    };
  }

  private String psql() {
    String line =
        "psql \"host=%s port=%d dbname=%s user=%s%s\""
            .formatted(
                host(),
                port(),
                databaseName(),
                login().user(),
                isAnalyst() ? "" : " options='-c role=analyst'");
    return passwordFile().map(file -> "PGPASSWORD=\"$(cat '%s')\" ".formatted(file)).orElse("")
        + line;
  }

  private Message whereThePasswordIs() {
    return passwordFile()
        .map(file -> Message.of("advice.password.file", file.toString()))
        .orElse(
            isAnalyst()
                ? Message.of("advice.password.configured")
                : Message.of("advice.password.user", login().user()));
  }

  private Optional<Path> passwordFile() {
    return database.analystPasswordFile();
  }

  private boolean isAnalyst() {
    return login().user().equals(DatabaseRole.ANALYST.sqlName());
  }

  private DatabaseAddress login() {
    return database.login(DatabaseRole.ANALYST);
  }

  private String host() {
    return address().getHost() == null ? "localhost" : address().getHost();
  }

  private int port() {
    return address().getPort() < 0 ? DEFAULT_PORT : address().getPort();
  }

  private String databaseName() {
    return address().getPath() == null ? "calltally" : address().getPath().substring(1);
  }

  private URI address() {
    return URI.create(url().substring("jdbc:".length()));
  }

  private String url() {
    return login().place();
  }
}
