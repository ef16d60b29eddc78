package calltally.app.database;

import calltally.sql.DatabaseAddress;
import calltally.sql.DatabaseRole;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** Explains how analysts connect with their own tools; never prints a password. */
public record ConnectionAdvice(CallDatabase database) {

  private static final int DEFAULT_PORT = 5432;

  public void print(PrintStream out) {
    out.print(
        """
        psql        %s
        DBeaver     JDBC URL %s, user %s, password: %s
        Grafana     data source PostgreSQL: host %s:%d, database %s, user %s, TLS mode %s
        Metabase    database PostgreSQL: the same host, port, database and user

        Password    %s
        """
            .formatted(
                psql(),
                url(),
                login().user(),
                whereThePasswordIs(),
                host(),
                port(),
                databaseName(),
                login().user(),
                database.isEmbedded() ? "disable" : "as the server requires",
                whereThePasswordIs()));
    if (!isAnalyst()) {
      out.println(
          "            The role analyst has no login yet: give it one with database.role_passwords"
              + " instead of sharing this user.");
    }
    out.print(
        """

        Here        calltally sql "select * from analytics.daily_line limit 5"
        Cookbook    calltally sql --cookbook
        Reference   calltally sql --describe, or docs/sql.md; in psql \\d+ analytics.*
        Dashboard   docs/grafana/calltally.json
        """);
    if (database.isEmbedded()) {
      out.println();
      out.println("PostgreSQL runs only while a command does: keep calltally serve running.");
    }
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

  private String whereThePasswordIs() {
    return passwordFile()
        .map(file -> "in " + file)
        .orElse(
            isAnalyst()
                ? "database.role_passwords.analyst of the configuration"
                : "that of user " + login().user());
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

  /** The JDBC URL without its parameters, which may contain a password. */
  private String url() {
    return login().url().replaceFirst("\\?.*", "");
  }
}
