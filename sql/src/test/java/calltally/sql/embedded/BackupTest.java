package calltally.sql.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import calltally.sql.DatabaseAddress;
import calltally.sql.backup.Backup;
import calltally.sql.backup.BackupFailed;
import calltally.sql.backup.Passphrase;
import calltally.sql.backup.Restore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A backup taken while PostgreSQL is working, and its restore. */
@Timeout(120)
final class BackupTest {

  @TempDir private Path folder;

  private final ExecutorService thread = Executors.newSingleThreadExecutor();

  @AfterEach
  void end() {
    thread.shutdownNow();
  }

  @Test
  void concurrent_writes_are_restored_up_to_one_moment() throws Exception {
    DataFolder data = DataFolder.withCluster(folder);
    Files.writeString(data.path().resolve("main.token"), "a-token");
    Files.createDirectories(data.path().resolve("spool"));
    Files.writeString(data.path().resolve("spool").resolve("1.segment"), "a record");
    Path file = folder.resolve("backup.tar.gz");
    long before;
    try (EmbeddedCluster cluster = EmbeddedCluster.open(data.path())) {
      DatabaseAddress address = cluster.address();
      DataFolder.ask(address, "create table pair (a bigint, b bigint)");
      AtomicBoolean isOver = new AtomicBoolean();
      CountDownLatch begun = new CountDownLatch(1);
      Future<?> writing = thread.submit(() -> write(address, isOver, begun));
      begun.await();
      before = Long.parseLong(DataFolder.ask(address, "select count(*) from pair"));

      Backup.Taken taken = new Backup(data.path(), address).write(file);

      isOver.set(true);
      writing.get();
      assertThat(taken.files()).isGreaterThan(900);
    } finally {
      data.removeBinaries();
    }
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");

    Path restored = folder.resolve("restored");
    Path killed = Files.createDirectories(folder.resolve("unfinished-restored-17"));
    Files.writeString(killed.resolve("main.token"), "half of a token");
    assertThat(new Restore(file).into(restored)).isEmpty();

    assertThat(killed).doesNotExist();

    assertThat(restored.resolve("main.token")).hasContent("a-token");
    assertThat(restored.resolve("spool/1.segment")).hasContent("a record");
    try (EmbeddedCluster cluster = EmbeddedCluster.open(restored)) {
      assertThat(Long.parseLong(DataFolder.ask(cluster.address(), "select count(*) from pair")))
          .isGreaterThanOrEqualTo(before)
          .isPositive();
      assertThat(DataFolder.ask(cluster.address(), "select count(*) from pair where a <> b"))
          .isEqualTo("0");
      assertThat(DataFolder.ask(cluster.address(), "select max(a) = count(*) from pair"))
          .isEqualTo("t");
    }
  }

  @Test
  void settings_that_a_backup_brings_along_decide_nothing_after_the_restore() throws Exception {
    DataFolder data = DataFolder.withCluster(folder);
    Path file = folder.resolve("backup");
    Path ran = folder.resolve("ran");
    Passphrase passphrase = new Passphrase("correct horse battery staple");
    try (EmbeddedCluster cluster = EmbeddedCluster.open(data.path())) {
      foreignSettings(data.cluster(), ran);

      Backup.Taken taken = new Backup(data.path(), cluster.address(), passphrase).write(file);

      assertThat(taken.size()).isEqualTo(Files.size(file));
    } finally {
      data.removeBinaries();
    }
    Path restored = folder.resolve("restored");

    assertThat(new Restore(file, passphrase).into(restored))
        .containsExactly("archive_mode", "archive_command");

    try (EmbeddedCluster cluster = EmbeddedCluster.open(restored)) {
      DatabaseAddress address = cluster.address();
      assertThat(DataFolder.ask(address, "show archive_mode")).isEqualTo("off");
      assertThat(DataFolder.ask(address, "show listen_addresses")).isEqualTo("127.0.0.1");
      assertThat(DataFolder.ask(address, "show restore_command")).isEmpty();
      assertThat(DataFolder.ask(address, "select pg_is_in_recovery()")).isEqualTo("f");
      assertThat(
              DataFolder.ask(address, "select string_agg(auth_method, ',') from pg_hba_file_rules"))
          .isEqualTo("scram-sha-256");
      DataFolder.ask(address, "select pg_switch_wal()");
    }
    assertThat(ran).doesNotExist();
  }

  private static void foreignSettings(Path cluster, Path ran) throws IOException {
    String command = "= 'touch \"%s\"'%n".formatted(ran);
    Files.writeString(
        cluster.resolve("postgresql.auto.conf"),
        "# by alter system\narchive_mode = 'on'\narchive_command " + command);
    Files.writeString(
        cluster.resolve("postgresql.conf"),
        "listen_addresses = '*'\nrestore_command " + command,
        StandardOpenOption.APPEND);
    Files.writeString(cluster.resolve("pg_hba.conf"), "host all all 0.0.0.0/0 trust\n");
    Files.createFile(cluster.resolve("recovery.signal"));
  }

  @Test
  void neither_backup_nor_restore_overwrites_anything() throws IOException {
    Path file = Files.writeString(folder.resolve("backup.tar.gz"), "older");
    Path data = Files.createDirectories(folder.resolve("data"));
    Files.writeString(data.resolve("main.token"), "a-token");

    assertThatThrownBy(
            () -> new Backup(data, new DatabaseAddress("jdbc:postgresql:x", "x", "x")).write(file))
        .isInstanceOf(BackupFailed.class)
        .hasMessageContaining("it never overwrites a file");
    assertThatThrownBy(() -> new Restore(file).into(data))
        .isInstanceOf(BackupFailed.class)
        .hasMessageContaining("the data folder must be empty");
    assertThat(file).hasContent("older");
  }

  @Test
  void a_damaged_or_shortened_backup_leaves_no_folder() throws Exception {
    DataFolder data = DataFolder.withCluster(folder);
    Path file = folder.resolve("backup.tar.gz");
    try (EmbeddedCluster cluster = EmbeddedCluster.open(data.path())) {
      new Backup(data.path(), cluster.address()).write(file);
    } finally {
      data.removeBinaries();
    }
    byte[] bytes = Files.readAllBytes(file);
    byte[] shortened = new byte[bytes.length - 1000];
    System.arraycopy(bytes, 0, shortened, 0, shortened.length);
    // One bit could be padding that means nothing.
    for (int i = 0; i < 100; i++) {
      bytes[bytes.length / 2 + i] ^= (byte) 0xff;
    }

    assertRefused(shortened);
    assertRefused(bytes);
  }

  private void assertRefused(byte[] damaged) throws IOException {
    Path file = Files.write(folder.resolve("damaged.tar.gz"), damaged);
    Path target = folder.resolve("target");

    assertThatThrownBy(() -> new Restore(file).into(target))
        .isInstanceOf(BackupFailed.class)
        .hasMessageContaining("use another backup");
    assertThat(target).doesNotExist();
    assertThat(folder.toFile().list((parent, name) -> name.startsWith("unfinished-"))).isEmpty();
  }

  private static boolean write(DatabaseAddress address, AtomicBoolean isOver, CountDownLatch begun)
      throws SQLException {
    for (int i = 1; !isOver.get(); i++) {
      DataFolder.ask(address, "insert into pair values (%1$d, %1$d)".formatted(i));
      if (i == 10) {
        begun.countDown();
      }
    }
    return true;
  }
}
