package calltally.reporting.delivery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The reports made for subscriptions, in folders by the local date on which they were due. */
public final class Archive {

  private static final String REPORT = "\\d{4}/\\d{2}/\\d{2}/[^/]+";
  private static final int REPORT_DEPTH = 4;
  private static final String UNFINISHED = ".unfinished";

  private final Path folder;

  /** Uses that folder, which is created with the first report. */
  public Archive(Path folder) {
    this.folder = folder.toAbsolutePath().normalize();
  }

  /**
   * The files of a report, the PDF first.
   *
   * @param path as the ledger has it
   */
  public List<Path> files(String path) throws IOException {
    return report(path).files();
  }

  ArchivedReport report(String path) {
    return new ArchivedReport(folder, path);
  }

  /** The report of a mailing that is due on a local date. */
  ArchivedReport report(ClaimedMailing mailing, LocalDate date) {
    return ArchivedReport.of(folder, mailing, date);
  }

  /**
   * Creates an empty folder in which a report is assembled. What earlier attempts at the mailing
   * left behind is deleted.
   */
  Path workplace(ClaimedMailing mailing) throws IOException {
    Path unfinished = Files.createDirectories(folder.resolve(UNFINISHED));
    String name = "%d-%d-".formatted(mailing.id().sourceId(), mailing.id().mailingId());
    try (Stream<Path> inside = Files.list(unfinished)) {
      for (Path left : inside.filter(path -> startsWith(path, name)).toList()) {
        remove(left);
      }
    }
    return Files.createDirectory(unfinished.resolve(name + mailing.fence()));
  }

  private static boolean startsWith(Path path, String name) {
    return path.getFileName().toString().startsWith(name);
  }

  /**
   * Moves a finished workplace to the report's folder in one step, replacing what an earlier
   * attempt left there.
   */
  void keep(Path workplace, ArchivedReport archived) throws IOException {
    remove(archived.folder());
    Files.createDirectories(archived.folder().getParent());
    Files.move(workplace, archived.folder(), StandardCopyOption.ATOMIC_MOVE);
  }

  /** Deletes a workplace, if it exists. */
  static void remove(Path path) throws IOException {
    if (!Files.exists(path)) {
      return;
    }
    try (Stream<Path> inside = Files.walk(path)) {
      for (Path each : inside.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }

  /** All reports, by the date on which they were due. */
  List<ArchivedReport> reports() throws IOException {
    return inside(REPORT_DEPTH)
        .map(this::name)
        .filter(name -> name.matches(REPORT))
        .sorted()
        .map(this::report)
        .toList();
  }

  /** The folders of unfinished reports, in progress or abandoned. */
  List<Path> workplaces() throws IOException {
    return inside(2).filter(path -> name(path).startsWith(UNFINISHED + "/")).toList();
  }

  /** Deletes a report, and the folders that this leaves empty. */
  void remove(ArchivedReport archived) throws IOException {
    remove(archived.folder());
    Path left = archived.folder().getParent();
    while (left != null && !left.equals(folder) && isEmpty(left)) {
      Files.delete(left);
      left = left.getParent();
    }
  }

  /** All files below a folder. */
  static List<Path> filesIn(Path folder) throws IOException {
    try (Stream<Path> inside = Files.walk(folder)) {
      return inside.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private Stream<Path> inside(int depth) throws IOException {
    if (!Files.isDirectory(folder)) {
      return Stream.empty();
    }
    try (Stream<Path> inside = Files.walk(folder, depth)) {
      return inside.filter(Files::isDirectory).toList().stream();
    }
  }

  private static boolean isEmpty(Path path) throws IOException {
    if (!Files.isDirectory(path)) {
      return false;
    }
    try (Stream<Path> inside = Files.list(path)) {
      return inside.findAny().isEmpty();
    }
  }

  private String name(Path path) {
    return folder.relativize(path).toString().replace('\\', '/');
  }
}
