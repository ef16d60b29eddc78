package calltally.app.customer;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import calltally.app.terminal.CommandFailedException;
import calltally.ingest.spool.SpoolUsage;
import calltally.sql.FileFailure;
import calltally.sql.retention.NumberMatcher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The files of unreadable records that a spool keeps for inspection.
 *
 * @param folder the spool's folder
 */
record DamagedSpoolFiles(Path folder) {

  /** The files that contain the customer's number. */
  public List<Path> naming(NumberMatcher trace) throws IOException {
    List<Path> naming = new ArrayList<>();
    for (Path file : SpoolUsage.of(folder).damaged()) {
      if (trace.isIn(Files.readString(file, ISO_8859_1))) {
        naming.add(file);
      }
    }
    return naming;
  }

  /** Masks the number in them; the files stay, as they may hold other customers' data. */
  public void redact(NumberMatcher trace) throws IOException {
    for (Path file : naming(trace)) {
      redact(file, trace);
    }
  }

  private static void redact(Path file, NumberMatcher trace) {
    try {
      String content = Files.readString(file, ISO_8859_1);
      Files.writeString(file, trace.crossedOutIn(content), ISO_8859_1);
    } catch (IOException e) {
      String name = file.toString();
      throw new CommandFailedException(e, "customer.damaged", name, FileFailure.reason(e, name));
    }
  }
}
