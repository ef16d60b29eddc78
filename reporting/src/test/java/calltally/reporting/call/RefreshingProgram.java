package calltally.reporting.call;

import calltally.sql.DatabaseAddress;
import calltally.sql.ReusedSessions;
import calltally.sql.testing.ChildJvm;
import java.io.IOException;
import java.util.List;

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
    List<String> command =
        ChildJvm.command(
            List.of(heap),
            RefreshingProgram.class,
            order.name(),
            database.url(),
            database.user(),
            database.password());
    return new ProcessBuilder(command).inheritIO().start();
  }

  /**
   * Runs the order once.
   *
   * @param arguments order, JDBC address, user, password
   */
  public static void main(String[] arguments) {
    ReusedSessions database = new ReusedSessions();
    database.setUrl(arguments[1]);
    database.setUser(arguments[2]);
    database.setPassword(arguments[3]);
    Order.valueOf(arguments[0]).give(new Refresh(database));
  }
}
