package calltally.app.customer;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import calltally.sql.disposal.Trace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a spool could not read and has kept for a person to look at.
 *
 * @param folder of the spool
 */
public record DamagedSpool(Path folder) {

  private static final String DAMAGED = ".damaged";

  /** The files that give a customer away. */
  public List<Path> naming(Trace trace) throws IOException {
    List<Path> naming = new ArrayList<>();
    for (Path file : files()) {
      if (trace.isIn(Files.readString(file, ISO_8859_1))) {
        naming.add(file);
      }
    }
    return naming;
  }

  /** Crosses him out in them: they may be of others too. */
  public void crossOut(Trace trace) throws IOException {
    for (Path file : naming(trace)) {
      String content = Files.readString(file, ISO_8859_1);
      Files.writeString(file, trace.crossedOutIn(content), ISO_8859_1);
    }
  }

  private List<Path> files() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(DAMAGED)).sorted().toList();
    }
  }
}
