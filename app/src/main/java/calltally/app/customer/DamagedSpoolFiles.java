package calltally.app.customer;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import calltally.ingest.spool.SpoolUsage;
import calltally.sql.retention.NumberMatcher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a spool could not read and has kept for a person to look at.
 *
 * @param folder of the spool
 */
record DamagedSpoolFiles(Path folder) {

  /** The files that give a customer away. */
  public List<Path> naming(NumberMatcher trace) throws IOException {
    List<Path> naming = new ArrayList<>();
    for (Path file : SpoolUsage.of(folder).damaged()) {
      if (trace.isIn(Files.readString(file, ISO_8859_1))) {
        naming.add(file);
      }
    }
    return naming;
  }

  /** Crosses him out in them: they may be of others too. */
  public void redact(NumberMatcher trace) throws IOException {
    for (Path file : naming(trace)) {
      String content = Files.readString(file, ISO_8859_1);
      Files.writeString(file, trace.crossedOutIn(content), ISO_8859_1);
    }
  }
}
