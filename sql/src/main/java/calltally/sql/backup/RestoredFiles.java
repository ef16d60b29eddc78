package calltally.sql.backup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Unpacks a backup, but none of its settings and programs: PostgreSQL would run their commands and
 * listen where they say, and a backup may come from anybody.
 */
final class RestoredFiles implements BackupReader.Destination {

  private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY_FOLDER =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
  private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY_FILE =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

  private static final Path POSTGRESQL = Path.of("postgresql");
  private static final Path CLUSTER = POSTGRESQL.resolve("cluster");
  private static final Path PASSWORD = POSTGRESQL.resolve("password");
  private static final Path CHANGED_SETTINGS = CLUSTER.resolve("postgresql.auto.conf");

  /** The only files directly in the cluster's folder that are not settings. */
  private static final Set<Path> OF_THE_COPY =
      Set.of(CLUSTER.resolve("PG_VERSION"), CLUSTER.resolve("backup_label"));

  // What initdb writes for a cluster of this program; the rest is in calltally.conf, which each
  // start writes.
  private static final String SETTINGS =
      """
      max_connections = 100
      datestyle = 'iso, mdy'
      lc_messages = 'C'
      lc_monetary = 'C'
      lc_numeric = 'C'
      lc_time = 'C'
      default_text_search_config = 'pg_catalog.english'
      include_if_exists = 'calltally.conf'
      """;

  private static final String ADMISSION = "host all all 127.0.0.1/32 scram-sha-256\n";

  private static final Pattern SETTING = Pattern.compile("\\s*([A-Za-z_][\\w.]*)\\s*[=\\s].*");

  private final Path root;
  private final ByteArrayOutputStream changedSettings = new ByteArrayOutputStream();

  RestoredFiles(Path root) {
    this.root = root;
  }

  @Override
  public void folder(String name) throws IOException {
    Path inside = inside(name);
    require(inside.equals(POSTGRESQL) || belongs(inside), name);
    create(root.resolve(inside));
  }

  @Override
  public OutputStream file(String name) throws IOException {
    Path inside = inside(name);
    require(belongs(inside), name);
    // PostgreSQL would make links to folders anywhere from it.
    require(!inside.equals(CLUSTER.resolve("tablespace_map")), name);
    if (inside.equals(CHANGED_SETTINGS)) {
      return changedSettings;
    }
    if (CLUSTER.equals(inside.getParent()) && !OF_THE_COPY.contains(inside)) {
      return OutputStream.nullOutputStream();
    }
    Path path = root.resolve(inside);
    create(requireNonNull(path.getParent()));
    return Files.newOutputStream(Files.createFile(path, OWNER_ONLY_FILE));
  }

  /** Gives the cluster settings of its own; the names of those that somebody had changed. */
  List<String> complete() throws IOException {
    Path cluster = root.resolve(CLUSTER);
    if (Files.isDirectory(cluster)) {
      write(cluster.resolve("postgresql.conf"), SETTINGS);
      write(cluster.resolve("pg_hba.conf"), ADMISSION);
      write(cluster.resolve("pg_ident.conf"), "");
    }
    return changedSettings
        .toString(UTF_8)
        .lines()
        .map(SETTING::matcher)
        .filter(setting -> setting.matches())
        .map(setting -> setting.group(1))
        .distinct()
        .toList();
  }

  /** Not what PostgreSQL's programs are unpacked into, which the next start would run. */
  private static boolean belongs(Path inside) {
    return !inside.startsWith(POSTGRESQL) || inside.startsWith(CLUSTER) || inside.equals(PASSWORD);
  }

  private static void require(boolean isRight, String name) {
    if (!isRight) {
      throw new BackupFailed("restore.foreign", name);
    }
  }

  private static void write(Path file, String text) throws IOException {
    Files.writeString(Files.createFile(file, OWNER_ONLY_FILE), text);
  }

  private static void create(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(folder, OWNER_ONLY_FOLDER);
    }
  }

  private Path inside(String name) {
    Path path = root.resolve(name).normalize();
    if (!path.startsWith(root)) {
      throw new BackupFailed("restore.outside", name);
    }
    return root.relativize(path);
  }
}
