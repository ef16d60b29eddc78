package calltally.reporting.call;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** Folds calls and attempts with DuckDB in memory, from files that PostgreSQL has written. */
public final class DuckProgram {

  private DuckProgram() {}

  /**
   * Prints the milliseconds taken by reading and by folding, and the number of calls.
   *
   * @param arguments the folder with the files
   */
  public static void main(String[] arguments) throws IOException, SQLException {
    String tables =
        Files.readString(Path.of("bench/sql/duck-tables.sql")).replace("FOLDER", arguments[0]);
    String fold =
        Files.readString(Path.of("bench/sql/plain-fold.sql"))
            + Files.readString(Path.of("bench/sql/plain-calls.sql"));
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duck.createStatement()) {
      statement.execute("set timezone = 'UTC'");
      long start = System.nanoTime();
      statement.execute(tables);
      long read = System.nanoTime();
      statement.execute(fold);
      long folded = System.nanoTime();
      var rows = statement.executeQuery("select count(*) from call");
      rows.next();
      System.out.println(
          (read - start) / 1_000_000 + " " + (folded - read) / 1_000_000 + " " + rows.getLong(1));
    }
  }
}
