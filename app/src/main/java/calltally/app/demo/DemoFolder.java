package calltally.app.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import calltally.app.demo.exchange.SimulatedCompany;
import calltally.app.terminal.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;

/** The folder that holds everything of the demonstration. */
public record DemoFolder(Path path) {

  /** The name of the demonstration's only source. */
  public static final String SOURCE = "main";

  /** The configuration, with which any command works on the folder. */
  public Path configuration() {
    return path.resolve("calltally.yaml");
  }

  public Path reports() {
    return path.resolve("reports");
  }

  public Path mail() {
    return path.resolve("mail");
  }

  /**
   * Creates it when it does not exist.
   *
   * @throws ForeignFolderException when it holds other files
   */
  public void create() throws IOException {
    if (Files.exists(path) && !isEmpty() && !isOwn()) {
      throw new ForeignFolderException(path);
    }
    Files.createDirectories(path);
  }

  /** Writes the configuration of a company over the previous one. */
  public void configure(
      SimulatedCompany company, String token, int port, String page, String exchange, Texts texts)
      throws IOException {
    Files.deleteIfExists(configuration());
    Files.createFile(
        configuration(),
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(
        configuration(),
        new DemoConfiguration(company, SOURCE, token, port, page, exchange, texts).yaml(),
        UTF_8);
  }

  /** Deletes the reports of an earlier run, and their mails. */
  public void clearReports() throws IOException {
    Files.createDirectories(reports());
    clear(reports());
    if (Files.isDirectory(mail())) {
      clear(mail());
    }
  }

  private static void clear(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(DemoFolder::isReport).toList()) {
        Files.delete(file);
      }
    }
  }

  private boolean isEmpty() throws IOException {
    try (Stream<Path> files = Files.list(path)) {
      return files.findAny().isEmpty();
    }
  }

  private boolean isOwn() throws IOException {
    if (!Files.exists(configuration())) {
      return false;
    }
    List<String> lines = Files.readAllLines(configuration());
    return Stream.of(Texts.ENGLISH, Texts.RUSSIAN)
        .map(DemoConfiguration::mark)
        .anyMatch(lines::contains);
  }

  private static boolean isReport(Path file) {
    return file.getFileName().toString().matches("calltally-.*\\.(pdf|eml)");
  }
}
