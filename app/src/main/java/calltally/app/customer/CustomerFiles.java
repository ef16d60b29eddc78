package calltally.app.customer;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The files of a data folder that hold a customer's number, or may.
 *
 * @param data the data folder
 * @param number as somebody wrote it
 */
public record CustomerFiles(Path data, String number) {

  private static final int DIGITS_IN_COMMON = 9;

  /**
   * A file.
   *
   * @param why it is among them, in words
   */
  public record Named(Path path, String why) {}

  /** Those of the spool that hold it, and all reports of the archive, which cannot be searched. */
  public List<Named> find() throws IOException {
    List<Named> found = new ArrayList<>();
    for (Path file : under("spool")) {
      if (holds(file)) {
        found.add(new Named(file, "waits for the database: start serve, and erase again"));
      }
    }
    for (Path file : under("archive")) {
      found.add(new Named(file, "a report, which may list him as a missed caller"));
    }
    return List.copyOf(found);
  }

  private List<Path> under(String folder) throws IOException {
    Path root = data.resolve(folder);
    if (!Files.isDirectory(root)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(root)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private boolean holds(Path file) throws IOException {
    String content = new String(Files.readAllBytes(file), ISO_8859_1);
    return content.replaceAll("[ ().-]|%20", "").contains(tail());
  }

  /** What all ways to write the number have in common. */
  private String tail() {
    String digits = number.replaceAll("[^0-9]", "");
    return digits.substring(Math.max(0, digits.length() - DIGITS_IN_COMMON));
  }
}
