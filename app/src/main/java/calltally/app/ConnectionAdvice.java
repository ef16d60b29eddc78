package calltally.app;

import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** How analysts connect with tools of their own; never tells a password. */
record ConnectionAdvice(CallDatabase database) {

  private static final int DEFAULT_PORT = 5432;

  void print(PrintStream out) {
    Optional<Path> passwordFile = database.passwordFile();
    passwordFile.ifPresent(file -> out.printf("PGPASSWORD=\"$(cat '%s')\" ", file));
    out.println(psql());
    out.println();
    out.println("JDBC: " + url());
    passwordFile.ifPresent(file -> out.println("The password is in " + file));
    out.println("In psql, \\d+ analytics.* explains every view and column.");
    if (database.isEmbedded()) {
      out.println("PostgreSQL runs as long as a command does: leave ./calltally serve running.");
    }
  }

  private String psql() {
    URI url = URI.create(url().substring("jdbc:".length()));
    return "psql \"host=%s port=%d dbname=%s user=%s options='-c role=analyst'\""
        .formatted(
            url.getHost() == null ? "localhost" : url.getHost(),
            url.getPort() < 0 ? DEFAULT_PORT : url.getPort(),
            url.getPath() == null ? "calltally" : url.getPath().substring(1),
            database.address().user());
  }

  /** Without its parameters, which may hold a password. */
  private String url() {
    return database.address().url().replaceFirst("\\?.*", "");
  }
}
