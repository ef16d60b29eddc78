package calltally.reporting.call;

import calltally.sql.DatabaseAddress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.postgresql.ds.PGSimpleDataSource;

/** A refresher in a process of its own. */
public final class RefreshingProgram {

  private RefreshingProgram() {}

  /** The kind of refresh to run. */
  enum Order {
    REFRESH,
    REBUILD;

    void give(Refresh refresh) {
      if (this == REBUILD) {
        refresh.rebuild();
      } else {
        refresh.run();
      }
    }
  }

  static Process start(Order order, DatabaseAddress database, String heap) throws IOException {
    Stream<String> java =
        Stream.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            heap,
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC");
    Stream<String> program =
        Stream.of(
            "-cp",
            System.getProperty("java.class.path"),
            RefreshingProgram.class.getName(),
            order.name(),
            database.url(),
            database.user(),
            database.password());
    List<String> words = Stream.concat(java, program).toList();
    return new ProcessBuilder(words).inheritIO().start();
  }

  /**
   * Runs the order once.
   *
   * @param arguments order, JDBC address, user, password
   */
  public static void main(String[] arguments) {
    PGSimpleDataSource database = new PGSimpleDataSource();
    database.setUrl(arguments[1]);
    database.setUser(arguments[2]);
    database.setPassword(arguments[3]);
    Order.valueOf(arguments[0]).give(new Refresh(database));
  }
}
