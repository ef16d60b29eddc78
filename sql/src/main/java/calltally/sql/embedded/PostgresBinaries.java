package calltally.sql.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/**
 * The programs of PostgreSQL for one kind of machine, unpacked once per version and data folder.
 *
 * @param version of the binaries, like 18.6.0
 * @param archive name of the resource that contains them
 */
record PostgresBinaries(String version, String archive) {

  private static final String FOLDER = "bin-";
  private static final int ANY_EXECUTE = 0b001_001_001;

  static PostgresBinaries ofThisMachine() {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String machine = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
    boolean musl = Files.exists(Path.of("/etc/alpine-release"));
    return of(system, machine, musl ? "-alpine_linux" : "");
  }

  static PostgresBinaries of(String system, String machine, String distribution) {
    String archive =
        "/postgres-%s-%s%s.txz".formatted(system(system), machine(machine), distribution);
    if (PostgresBinaries.class.getResource(archive) == null) {
      throw new ClusterUnavailable("no_binaries", archive.substring(1));
    }
    return new PostgresBinaries(packagedVersion(), archive);
  }

  String majorVersion() {
    return version.substring(0, version.indexOf('.'));
  }

  /** The folder with {@code bin}, {@code lib} and {@code share}; unpacks it if missing. */
  Path in(ClusterFolder folder) throws IOException {
    Path unpacked = folder.path().resolve(FOLDER + version);
    if (!Files.isDirectory(unpacked)) {
      Path unfinished = folder.unfinished();
      unpackInto(unfinished);
      Files.setPosixFilePermissions(unfinished, PosixFilePermissions.fromString("rwxr-xr-x"));
      Files.move(unfinished, unpacked, ATOMIC_MOVE);
    }
    return unpacked;
  }

  /** Whether a folder holds the binaries of another version. */
  boolean supersedes(Path path) {
    String name = path.getFileName().toString();
    return name.startsWith(FOLDER) && !name.equals(FOLDER + version);
  }

  private void unpackInto(Path target) throws IOException {
    try (InputStream packed = PostgresBinaries.class.getResourceAsStream(archive);
        TarArchiveInputStream tar =
            new TarArchiveInputStream(
                new XZCompressorInputStream(new BufferedInputStream(packed)))) {
      TarArchiveEntry entry = tar.getNextEntry();
      while (entry != null) {
        unpack(tar, entry, target.resolve(entry.getName()).normalize());
        entry = tar.getNextEntry();
      }
    }
  }

  private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path path)
      throws IOException {
    if (entry.isDirectory()) {
      Files.createDirectories(path);
      return;
    }
    Files.createDirectories(path.getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
      return;
    }
    Files.copy(tar, path);
    boolean program = (entry.getMode() & ANY_EXECUTE) != 0;
    Files.setPosixFilePermissions(
        path, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
  }

  private static String system(String name) {
    if (name.startsWith("mac")) {
      return "darwin";
    }
    return name.startsWith("win") ? "windows" : name;
  }

  private static String machine(String name) {
    return Stream.of("amd64", "x86_64").anyMatch(name::equals)
        ? "x86_64"
        : name.replace("aarch64", "arm_64");
  }

  private static String packagedVersion() {
    try (InputStream version = PostgresBinaries.class.getResourceAsStream("postgresql.version")) {
      return new String(version.readAllBytes(), UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
