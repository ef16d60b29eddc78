package calltally.sql.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.util.stream.Collectors.joining;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An archive of the classes of libraries, from which Java starts the programs of tests with a
 * quarter less work.
 *
 * <p>Programs list the classes that they load until one has a list that is worth archiving; the
 * next program waits until that is done, and uses the archive, as all later ones do.
 */
final class ClassArchive {

  private static final String LIST = ".list";

  /** A shorter list comes from a program that needs few classes. */
  private static final int ENOUGH = 3500;

  /** A list that still grows comes from a program that has only begun. */
  private static final Duration SETTLED = Duration.ofSeconds(2);

  /** Java archives no classes of folders. Resources of a module's tests are for this module. */
  private static final Predicate<String> IS_LIBRARY =
      Pattern.compile("(?<!-tests)\\.jar$").asPredicate();

  private final Path folder;
  private final Path archive;
  private final Path lock;
  private final String libraries;

  private ClassArchive(Path folder, String libraries) {
    this.folder = folder;
    archive = folder.resolve("classes.jsa");
    lock = folder.resolve("classes.lock");
    this.libraries = libraries;
  }

  /** The archive for a class path; it may not be written yet. */
  static ClassArchive of(String classPath) {
    String libraries = entries(classPath).filter(IS_LIBRARY).collect(joining(File.pathSeparator));
    String key = UUID.nameUUIDFromBytes(libraries.getBytes(UTF_8)).toString();
    try {
      return new ClassArchive(OncePerBuild.folder("classes-" + key, empty -> {}), libraries);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The entries of a class path in the order in which an archive can be used. */
  static String inOrder(String classPath) {
    return Stream.concat(
            entries(classPath).filter(IS_LIBRARY), entries(classPath).filter(IS_LIBRARY.negate()))
        .collect(joining(File.pathSeparator));
  }

  /**
   * What the next program needs as further options of Java.
   *
   * @param java the command that starts Java, with the options of all programs
   */
  synchronized List<String> options(List<String> java) {
    try (FileChannel channel =
            FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock held = channel.lock()) {
      if (held.isValid() && Files.notExists(archive)) {
        Path next = Files.createTempFile(folder, "", LIST);
        List<String> classes = longestListBefore(Files.getLastModifiedTime(next).toInstant());
        if (classes.size() < ENOUGH) {
          return List.of("-XX:DumpLoadedClassList=" + next);
        }
        writeArchive(java, classes);
      }
      return Files.exists(archive)
          ? List.of("-XX:SharedArchiveFile=" + archive, "-Xlog:cds=off")
          : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Leaves out the last line, which a program may be about to write. */
  private List<String> longestListBefore(Instant now) throws IOException {
    Instant settled = now.minus(SETTLED);
    List<String> longest = List.of();
    try (DirectoryStream<Path> lists = Files.newDirectoryStream(folder, "*" + LIST)) {
      for (Path list : lists) {
        List<String> classes = Files.readAllLines(list);
        if (classes.size() > longest.size()
            && Files.getLastModifiedTime(list).toInstant().isBefore(settled)) {
          longest = classes.subList(0, classes.size() - 1);
        }
      }
    }
    return longest;
  }

  private void writeArchive(List<String> java, List<String> classes) throws IOException {
    Path list = Files.write(folder.resolve("archived.txt"), classes);
    Path unfinished = folder.resolve("unfinished.jsa");
    List<String> command = new ArrayList<>(java);
    command.addAll(
        List.of(
            "-Xshare:dump",
            "-Xlog:disable",
            "-XX:SharedClassListFile=" + list,
            "-XX:SharedArchiveFile=" + unfinished,
            "-cp",
            libraries));
    new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .onExit()
        .join();
    if (Files.exists(unfinished)) {
      Files.move(unfinished, archive, ATOMIC_MOVE);
    }
  }

  private static Stream<String> entries(String classPath) {
    return Stream.of(classPath.split(File.pathSeparator));
  }
}
