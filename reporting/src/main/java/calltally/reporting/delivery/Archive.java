package calltally.reporting.delivery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The reports that were made for subscriptions, by the local date on which they were due. */
public final class Archive {

  private static final String DATE = "\\d{4}/\\d{2}/\\d{2}";
  private static final String UNFINISHED = ".unfinished";
  private static final int LONGEST_NAME = 80;

  private final Path folder;

  /** Kept in that folder; it is made when the first report is. */
  public Archive(Path folder) {
    this.folder = folder.toAbsolutePath().normalize();
  }

  Shelf shelf(String path) {
    return new Shelf(folder, path);
  }

  /** A place of its own for a mailing, whatever its subscription is called. */
  Shelf shelf(Mailing mailing, LocalDate date) {
    String name = mailing.subscription().key().toLowerCase(Locale.ROOT);
    String plain = name.replaceAll("[^\\p{L}\\p{N}]+", "_").replaceAll("^_|_$", "");
    String revision = mailing.revision() == 0 ? "" : "-r" + mailing.revision();
    return shelf(
        "%04d/%02d/%02d/%d-%s%s"
            .formatted(
                date.getYear(),
                date.getMonthValue(),
                date.getDayOfMonth(),
                mailing.id().mailingId(),
                plain.substring(0, Math.min(plain.length(), LONGEST_NAME)),
                revision));
  }

  /**
   * An empty folder to work in, until all is there that belongs onto the shelf; what those have
   * left who took the mailing before is cleared away.
   */
  Path workplace(Mailing mailing) throws IOException {
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
   * Puts all of a workplace onto the shelf at once; what an earlier attempt left there makes way.
   */
  void keep(Path workplace, Shelf shelf) throws IOException {
    remove(shelf.folder());
    Files.createDirectories(shelf.folder().getParent());
    Files.move(workplace, shelf.folder(), StandardCopyOption.ATOMIC_MOVE);
  }

  /** Clears a workplace away, when there is one. */
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

  /**
   * Removes the reports that were due before the date.
   *
   * @return how many days went
   */
  public int removeBefore(LocalDate date) {
    int removed = 0;
    try {
      for (Path day : days()) {
        if (LocalDate.parse(name(day).replace('/', '-')).isBefore(date)) {
          remove(day);
          removed++;
        }
      }
      removeEmptyFolders();
    } catch (IOException e) {
      throw new UncheckedIOException("archive not cleared: its folders must be writable", e);
    }
    return removed;
  }

  private List<Path> days() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> inside = Files.walk(folder, 3)) {
      return inside.filter(path -> name(path).matches(DATE)).toList();
    }
  }

  private void removeEmptyFolders() throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> inside = Files.walk(folder, 2)) {
      for (Path each : inside.sorted(Comparator.reverseOrder()).toList()) {
        if (name(each).matches("\\d{4}(/\\d{2})?") && isEmpty(each)) {
          Files.delete(each);
        }
      }
    }
  }

  private static boolean isEmpty(Path path) throws IOException {
    try (Stream<Path> inside = Files.list(path)) {
      return inside.findAny().isEmpty();
    }
  }

  private String name(Path path) {
    return folder.relativize(path).toString().replace('\\', '/');
  }
}
