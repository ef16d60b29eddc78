package calltally.sql.backup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import calltally.sql.DatabaseAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Backup files made of a folder or by hand, and what becomes of them; no PostgreSQL takes part. */
final class BackupFileTest {

  private static final String SHA256_OF_A =
      "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb";
  private static final String SHA256_OF_NOTHING =
      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

  private static final DatabaseAddress NOBODY_THERE =
      new DatabaseAddress("jdbc:postgresql://127.0.0.1:1/calltally", "calltally", "");

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "short",
        "two  blanks",
        "a line\nfeed",
        "deep/deeper/deepest/file",
        "a name that is longer than the hundred bytes that the header of a tar entry can hold, and"
            + " so needs an extension"
      })
  void a_file_is_restored_under_its_name(String name) throws IOException {
    Path tree = Files.createDirectory(folder.resolve("tree"));
    Path file = tree.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "a");
    Files.createFile(tree.resolve("nothing"));

    Path restored = restored(backupOf(tree));

    assertThat(restored.resolve("archive").resolve(name)).hasContent("a");
    assertThat(restored.resolve("archive/nothing")).isEmptyFile();
  }

  @Test
  void restored_files_and_folders_belong_to_their_owner_alone() throws IOException {
    Path tree = folder.resolve("tree");
    Files.createDirectories(tree.resolve("empty"));
    Files.writeString(tree.resolve("file"), "a");
    Files.setPosixFilePermissions(
        tree.resolve("file"), PosixFilePermissions.fromString("rw-rw-rw-"));

    Path restored = restored(backupOf(tree));

    assertThat(permissions(restored)).isEqualTo("rwx------");
    assertThat(permissions(restored.resolve("archive/empty"))).isEqualTo("rwx------");
    assertThat(permissions(restored.resolve("archive/file"))).isEqualTo("rw-------");
  }

  @Test
  void a_folder_that_is_a_link_to_another_disk_is_copied() throws IOException {
    Path disk = Files.createDirectory(folder.resolve("disk"));
    Files.writeString(disk.resolve("report.pdf"), "a");
    Path link = Files.createSymbolicLink(folder.resolve("link"), disk);

    assertThat(restored(backupOf(link)).resolve("archive/report.pdf")).hasContent("a");
  }

  @Test
  void a_folder_that_is_left_out_is_restored_empty() throws IOException {
    Path tree = folder.resolve("tree");
    Files.createDirectories(tree.resolve("log"));
    Files.writeString(tree.resolve("log/old"), "a");
    Files.writeString(tree.resolve("kept"), "a");
    Path file = folder.resolve("backup.tar.gz");
    try (BackupWriter backup = BackupWriter.create(file)) {
      FolderTree.at(tree, "cluster", inside -> inside.equals(Path.of("log"))).writeTo(backup);
      backup.file("gone", tree.resolve("deleted-meanwhile"));
      backup.complete();
    }

    Path restored = restored(file);

    assertThat(restored.resolve("cluster/log")).isEmptyDirectory();
    assertThat(restored.resolve("cluster/kept")).hasContent("a");
    assertThat(restored.resolve("gone")).doesNotExist();
  }

  @Test
  void files_and_bytes_are_counted_before_compression() throws IOException {
    try (BackupWriter backup = BackupWriter.create(folder.resolve("backup.tar.gz"))) {
      backup.folder("archive");
      backup.text("archive/one", "a".repeat(70_000));
      backup.text("archive/two", "ё");

      assertThat(backup.files()).isEqualTo(2);
      assertThat(backup.bytes()).isEqualTo(70_002);
    }
  }

  @Test
  void checksums_are_those_of_sha256sum_in_the_order_of_names() {
    assertThat(BackupWriter.list(new TreeMap<>(Map.of("b", "2", "a", "1"))))
        .isEqualTo("1  a\n2  b\n");
    assertThat(new Checksum().hexadecimal()).isEqualTo(SHA256_OF_NOTHING);
  }

  @Test
  void a_backup_made_by_hand_is_restored_if_its_checksums_are_right() throws IOException {
    Path file = tar("postgresql/password", "a", SHA256_OF_A + "  postgresql/password\n");

    assertThat(restored(file).resolve("postgresql/password")).hasContent("a");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no checksum",
        SHA256_OF_NOTHING + "  file\n",
        SHA256_OF_A + "  another\n",
        SHA256_OF_A + " *file\n",
        SHA256_OF_A + "  file\n" + SHA256_OF_A + "  missing\n",
        SHA256_OF_A + "  file\n" + SHA256_OF_A + "  file\n"
      })
  void a_backup_with_other_checksums_is_refused(String checksums) throws IOException {
    assertRefused(tar("file", "a", checksums), "the checksums of all files must match");
  }

  @ParameterizedTest
  @ValueSource(strings = {"../outside", "archive/../../outside", "/tmp/outside"})
  void a_file_cannot_be_restored_outside_the_data_folder(String name) throws IOException {
    assertRefused(
        tar(name, "a", SHA256_OF_A + "  " + name + "\n"), "must stay inside the data folder");
    assertThat(folder.resolve("outside")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "postgresql/bin-18.6.0/bin/postgres",
        "postgresql/owner.password",
        "postgresql/cluster/tablespace_map",
        "archive/../postgresql/start.log"
      })
  void a_file_that_no_backup_of_ours_contains_is_refused(String name) throws IOException {
    assertRefused(
        tar(name, "a", SHA256_OF_A + "  " + name + "\n"),
        "must contain only what ./calltally backup copies");
  }

  @Test
  void a_link_in_a_backup_is_refused() throws IOException {
    Path file = folder.resolve("by-hand.tar.gz");
    for (byte kind : new byte[] {TarConstants.LF_SYMLINK, TarConstants.LF_LINK}) {
      try (TarArchiveOutputStream tar =
          new TarArchiveOutputStream(new GZIPOutputStream(Files.newOutputStream(file)))) {
        TarArchiveEntry link = new TarArchiveEntry("archive", kind);
        link.setLinkName("/etc");
        tar.putArchiveEntry(link);
        tar.closeArchiveEntry();
        add(tar, BackupWriter.CHECKSUMS, "");
      }

      assertRefused(file, "must contain only what ./calltally backup copies (was archive)");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "postgresql.conf",
        "postgresql.auto.conf",
        "pg_hba.conf",
        "pg_ident.conf",
        "calltally.conf",
        "recovery.signal",
        "standby.signal",
        "../cluster/recovery.signal",
        "recovery.conf",
        "postmaster.pid",
        "postmaster.opts",
        "server.key"
      })
  void settings_in_a_backup_are_not_restored(String name) throws IOException {
    String path = "postgresql/cluster/" + name;
    String foreign = "archive_command = 'touch /tmp/owned'";
    Path file = tar(path, foreign, sha256(foreign) + "  " + path + "\n");
    Path target = folder.resolve("target");

    assertThat(new Restore(file).into(target))
        .isEqualTo(name.equals("postgresql.auto.conf") ? List.of("archive_command") : List.of());

    try (Stream<Path> files = Files.walk(target)) {
      for (Path restored : files.filter(Files::isRegularFile).toList()) {
        assertThat(restored).content().doesNotContain("archive_command");
      }
    }
  }

  @Test
  void a_file_of_another_kind_is_refused() throws IOException {
    assertRefused(
        Files.writeString(folder.resolve("text.tar.gz"), "a text"), "must be readable to its end");
    assertRefused(Files.createFile(folder.resolve("empty.tar.gz")), "must be readable to its end");
    assertRefused(folder.resolve("missing.tar.gz"), "must be a readable file; check the path");
  }

  @Test
  void a_backup_without_its_checksums_is_cut_off() throws IOException {
    Path file = folder.resolve("backup.tar.gz");
    try (BackupWriter backup = BackupWriter.create(file)) {
      backup.text("file", "a");
    }

    assertRefused(file, "it must end with its checksums, but is cut off");
  }

  @Test
  void only_what_killed_restores_into_the_same_folder_left_is_removed() throws IOException {
    Path file = tar("file", "a", SHA256_OF_A + "  file\n");
    Path killed = Files.createDirectories(folder.resolve("unfinished-target-17/archive"));
    Path ofAnother = Files.createDirectory(folder.resolve("unfinished-target-of-anna-18"));

    assertThat(restored(file)).isDirectory();

    assertThat(killed.getParent()).doesNotExist();
    assertThat(ofAnother).isDirectory();
  }

  @Test
  void an_existing_folder_is_filled_from_within_and_stays_the_same_folder() throws IOException {
    Path file = tar("postgresql/password", "a", SHA256_OF_A + "  postgresql/password\n");
    Path target = Files.createDirectory(folder.resolve("target"));
    Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-x---"));
    Files.createDirectories(target.resolve("unfinished-target-17/postgresql"));

    assertThat(restored(file).resolve("postgresql/password")).hasContent("a");

    assertThat(permissions(target)).isEqualTo("rwxr-x---");
    assertThat(target.toFile().list()).containsExactly("postgresql");
    assertThat(folder.toFile().list()).containsExactlyInAnyOrder("by-hand.tar.gz", "target");
  }

  @Test
  void a_failed_restore_leaves_an_existing_folder_empty() throws IOException {
    Path target = Files.createDirectory(folder.resolve("target"));

    assertThatThrownBy(() -> new Restore(tar("file", "a", "no checksum")).into(target))
        .isInstanceOf(BackupFailed.class);

    assertThat(target).isEmptyDirectory();
  }

  @Test
  void a_backup_that_cannot_begin_leaves_no_file() throws IOException {
    Path data = Files.createDirectory(folder.resolve("data"));
    Path file = folder.resolve("backup.tar.gz");
    Files.writeString(folder.resolve("backup.tar.gz.unfinished"), "left by a killed backup");

    assertThatThrownBy(() -> new Backup(data, NOBODY_THERE).write(file))
        .isInstanceOf(BackupFailed.class)
        .hasMessageStartingWith("cannot take backup to " + file)
        .hasMessageContaining(data.toString());
    assertThat(folder.toFile().list()).containsExactly("data");
  }

  @ParameterizedTest
  @ValueSource(strings = {"data/backup.tar.gz", "data/deep/backup.tar.gz", "link/backup.tar.gz"})
  void a_backup_inside_the_data_folder_is_refused(String name) throws IOException {
    Path data = folder.resolve("data");
    Files.createDirectories(data.resolve("deep"));
    Files.createSymbolicLink(folder.resolve("link"), data.resolve("deep"));

    assertThatThrownBy(() -> new Backup(data, NOBODY_THERE).write(folder.resolve(name)))
        .isInstanceOf(BackupFailed.class)
        .hasMessageStartingWith("cannot take backup: the file must be outside the data folder")
        .hasMessageContaining(name);
    assertThat(data.resolve("deep")).isEmptyDirectory();
  }

  @Test
  void a_file_that_cannot_be_written_is_named_with_the_reason() throws IOException {
    Path file = Files.createFile(folder.resolve("a-file")).resolve("backup.tar.gz");

    assertThatThrownBy(() -> new Backup(folder.resolve("data"), NOBODY_THERE).write(file))
        .hasMessage(
            "cannot take backup to %s: a file is where a folder must be (%s.unfinished)"
                .formatted(file, file));
  }

  private Path backupOf(Path tree) throws IOException {
    Path file = folder.resolve("backup.tar.gz");
    try (BackupWriter backup = BackupWriter.create(file)) {
      FolderTree.at(tree, "archive", inside -> false).writeTo(backup);
      backup.complete();
    }
    assertThat(permissions(file)).isEqualTo("rw-------");
    return file;
  }

  private Path tar(String name, String content, String checksums) throws IOException {
    Path file = folder.resolve("by-hand.tar.gz");
    try (TarArchiveOutputStream tar =
        new TarArchiveOutputStream(new GZIPOutputStream(Files.newOutputStream(file)))) {
      add(tar, name, content);
      add(tar, BackupWriter.CHECKSUMS, checksums);
    }
    return file;
  }

  private static void add(TarArchiveOutputStream tar, String name, String content)
      throws IOException {
    TarArchiveEntry entry = new TarArchiveEntry(name, true);
    byte[] bytes = content.getBytes(UTF_8);
    entry.setSize(bytes.length);
    tar.putArchiveEntry(entry);
    tar.write(bytes);
    tar.closeArchiveEntry();
  }

  private static String sha256(String text) {
    Checksum checksum = new Checksum();
    byte[] bytes = text.getBytes(UTF_8);
    checksum.take(bytes, bytes.length);
    return checksum.hexadecimal();
  }

  private Path restored(Path file) {
    Path target = folder.resolve("target");
    assertThat(new Restore(file).into(target)).isEmpty();
    return target;
  }

  private void assertRefused(Path file, String reason) {
    Path target = folder.resolve("target");
    assertThatThrownBy(() -> new Restore(file).into(target))
        .isInstanceOf(BackupFailed.class)
        .hasMessageContaining(reason);
    assertThat(target).doesNotExist();
    assertThat(folder.toFile().list((parent, name) -> name.startsWith("unfinished-"))).isEmpty();
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
