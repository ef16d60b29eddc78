package calltally.app.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A library of the class path that is shipped, as Maven's local repository names it. */
record Library(String group, String artifact, String version, Path jar) {

  /** Groups that only tests and the compiler need. */
  private static final Set<String> FOR_TESTS =
      Set.of(
          "org.junit.jupiter",
          "org.junit.platform",
          "com.tngtech.archunit",
          "net.jqwik",
          "org.assertj",
          "org.awaitility",
          "org.hamcrest",
          "com.icegreen",
          "net.bytebuddy",
          "org.opentest4j",
          "org.apiguardian",
          "io.zonky.test",
          // annotations of the driver, which only the compiler reads
          "org.checkerframework");

  private static final Pattern LICENCE =
      Pattern.compile("(?i)(META-INF|license)/[^/]*(licen[cs]e|lgpl)[^/]*");

  /** A shorter text only says which licence it is. */
  private static final int BYTES_OF_A_LICENCE = 1000;

  /** What the tests run with, less what only tests need. */
  static List<Library> shipped() {
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    return Arrays.stream(classPath.split(System.getProperty("path.separator"), -1))
        .filter(path -> path.endsWith(".jar"))
        .map(path -> Path.of(path).toAbsolutePath().normalize())
        .filter(path -> path.startsWith(repository()))
        .map(Library::of)
        .filter(library -> !FOR_TESTS.contains(library.group))
        .distinct()
        .sorted((one, other) -> one.purl().compareTo(other.purl()))
        .toList();
  }

  private static Path repository() {
    return Path.of(
        System.getProperty(
            "localRepository", Path.of(System.getProperty("user.home"), ".m2/repository") + ""));
  }

  private static Library of(Path jar) {
    Path inside = repository().relativize(jar);
    int names = inside.getNameCount();
    return new Library(
        inside.subpath(0, names - 3).toString().replace('/', '.'),
        inside.getName(names - 3).toString(),
        inside.getName(names - 2).toString(),
        jar);
  }

  String name() {
    return group + ":" + artifact;
  }

  /** Its address in other programs. */
  String purl() {
    return "pkg:maven/" + group + "/" + artifact + "@" + version + "?type=jar";
  }

  /** The programs of PostgreSQL, which are other files on another kind of machine. */
  boolean isOfTheMachine() {
    return group.equals("io.zonky.test.postgres");
  }

  boolean bringsItsLicence() {
    try (JarFile file = new JarFile(jar.toFile());
        Stream<JarEntry> entries = file.stream()) {
      return entries.anyMatch(
          entry ->
              LICENCE.matcher(entry.getName()).matches() && entry.getSize() >= BYTES_OF_A_LICENCE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String sha256() {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(jar)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Whether the version is at least another one, by its numbers. */
  boolean isAtLeast(String least) {
    int[] mine = numbers(version);
    int[] others = numbers(least);
    return Arrays.compare(mine, others) >= 0;
  }

  private static int[] numbers(String version) {
    return Pattern.compile("[0-9]+")
        .matcher(version)
        .results()
        .mapToInt(number -> Integer.parseInt(number.group()))
        .toArray();
  }
}
