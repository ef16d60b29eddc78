package calltally.sql.embedded;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/** A program that uses a cluster until its input ends, and prints its address. */
public final class ClusterProgram {

  private ClusterProgram() {}

  /**
   * Runs the program.
   *
   * @param args {@code open} or {@code service}, then the data folder
   */
  public static void main(String[] args) throws IOException {
    try (EmbeddedCluster cluster = entered(args[0], Path.of(args[1]))) {
      Runtime.getRuntime().addShutdownHook(new Thread(cluster::close));
      System.out.println("open " + cluster.address().url());
      System.in.transferTo(OutputStream.nullOutputStream());
    } catch (ClusterUnavailable e) {
      System.out.println(e.getClass().getSimpleName() + " " + e.getMessage());
    }
  }

  private static EmbeddedCluster entered(String way, Path dataFolder) {
    return way.equals("service")
        ? EmbeddedCluster.openForService(dataFolder)
        : EmbeddedCluster.open(dataFolder);
  }
}
