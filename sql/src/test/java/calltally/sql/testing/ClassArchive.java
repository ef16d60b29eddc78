package calltally.sql.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.util.stream.Collectors.joining;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
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
 * <p>The first program with a class path lists the classes that it loads, the next one waits until
 * they are archived, and all later ones use the archive.
 */
final class ClassArchive {

  /** A shorter list comes from a program that needs few classes, or has only begun. */
  private static final int ENOUGH = 2500;

  /** Java archives no classes of folders. Resources of a module's tests are for this module. */
  private static final Predicate<String> IS_LIBRARY =
      Pattern.compile("(?<!-tests)\\.jar$").asPredicate();

  private final Path archive;
  private final Path list;
  private final Path lock;
  private final String libraries;

  private ClassArchive(Path folder, String libraries) {
    archive = folder.resolve("classes.jsa");
    list = folder.resolve("classes.list");
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
        if (Files.notExists(list)) {
          Files.createFile(list);
          return List.of("-XX:DumpLoadedClassList=" + list);
        }
        writeArchive(java);
      }
      return Files.exists(archive)
          ? List.of("-XX:SharedArchiveFile=" + archive, "-Xlog:cds=off")
          : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Leaves out the last line, which the first program may be about to write. */
  private void writeArchive(List<String> java) throws IOException {
    List<String> classes = Files.readAllLines(list);
    if (classes.size() < ENOUGH) {
      return;
    }
    Path complete = list.resolveSibling("complete.list");
    Files.write(complete, classes.subList(0, classes.size() - 1));
    Path unfinished = list.resolveSibling("unfinished.jsa");
    List<String> command = new ArrayList<>(java);
    command.addAll(
        List.of(
            "-Xshare:dump",
            "-Xlog:disable",
            "-XX:SharedClassListFile=" + complete,
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
