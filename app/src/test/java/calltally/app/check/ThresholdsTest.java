package calltally.app.check;

import static org.assertj.core.api.Assertions.assertThat;

import calltally.sql.SchemaState;
import calltally.sql.ServerState;
import calltally.sql.backup.LastBackup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ThresholdsTest {

  private static final long MEBIBYTE = 1 << 20;
  private static final DiskCheck DISK = new DiskCheck(Path.of("data"), 512 * MEBIBYTE);

  @Test
  void less_than_a_gibibyte_is_a_warning_and_less_than_100_mebibytes_has_failed() {
    assertThat(DISK.of(1024 * MEBIBYTE).line())
        .isEqualTo("ok       disk           1.0 GiB free for data");
    assertThat(DISK.of(1024 * MEBIBYTE - 1).line())
        .isEqualTo(
            "warning  disk           1023 MiB free for data; make room: a full disk stops the receiver");
    assertThat(DISK.of(100 * MEBIBYTE).verdict()).isEqualTo(Verdict.WARNING);
    assertThat(DISK.of(100 * MEBIBYTE - 1).verdict()).isEqualTo(Verdict.FAILED);
  }

  @Test
  void on_a_terminal_long_findings_go_on_beside_their_subject_and_elsewhere_in_one_line() {
    Finding finding = Finding.failed("disk", "12 MiB free for data.", "make room for all of it");

    assertThat(finding.lines(OptionalInt.empty()))
        .containsExactly("failed   disk           12 MiB free for data; make room for all of it");
    assertThat(finding.lines(OptionalInt.of(69))).hasSize(1);
    assertThat(finding.lines(OptionalInt.of(68)))
        .containsExactly(
            "failed   disk           12 MiB free for data; make room for all of",
            "                        it");
    assertThat(finding.lines(OptionalInt.of(49))).hasSize(1);
    assertThat(finding.lines(OptionalInt.of(50))).hasSize(2);
  }

  @Test
  void a_disk_that_the_spool_alone_could_fill_is_a_warning() {
    DiskCheck disk = new DiskCheck(Path.of("data"), 2048 * MEBIBYTE);

    assertThat(disk.of(2048 * MEBIBYTE).verdict()).isEqualTo(Verdict.OK);
    assertThat(disk.of(2048 * MEBIBYTE - 1).line())
        .isEqualTo(
            "warning  disk           2.0 GiB free for data, the spool alone may take 2.0 GiB; make room or set a smaller spool.size");
  }

  @Test
  void a_spool_that_holds_anything_is_a_warning_and_has_failed_at_four_fifths() {
    SpoolCheck spool = new SpoolCheck(Path.of("spool"), 10 * MEBIBYTE);

    assertThat(spool.of(0, 0).verdict()).isEqualTo(Verdict.OK);
    assertThat(spool.of(1, 0).line())
        .isEqualTo(
            "warning  spool          1 KiB wait for the database; serve stores it as soon as the database answers");
    assertThat(spool.of(8 * MEBIBYTE - 1, 0).verdict()).isEqualTo(Verdict.WARNING);
    assertThat(spool.of(8 * MEBIBYTE, 0).line())
        .isEqualTo(
            "failed   spool          8 MiB of 10 MiB wait for the database; bring the database back: what comes when it is full is lost");
    assertThat(spool.of(0, 1).verdict()).isEqualTo(Verdict.WARNING);
  }

  @Test
  void the_files_of_a_spool_are_counted_and_a_folder_to_come_is_empty(@TempDir Path folder)
      throws IOException {
    assertThat(new SpoolCheck(folder.resolve("none"), MEBIBYTE).finding().verdict())
        .isEqualTo(Verdict.OK);
    Files.write(folder.resolve("000000000001.spool"), new byte[2048]);
    Files.write(folder.resolve("lock"), new byte[1]);
    assertThat(new SpoolCheck(folder, MEBIBYTE).finding().sentence())
        .isEqualTo("2 KiB wait for the database");
    Files.write(folder.resolve("000000000001-7.damaged"), new byte[1]);
    assertThat(new SpoolCheck(folder, MEBIBYTE).finding().sentence())
        .startsWith("1 files *.damaged could not be read in ");
  }

  @Test
  void a_backup_older_than_8_days_is_a_warning_and_so_is_none(@TempDir Path folder)
      throws IOException {
    Instant taken = Instant.parse("2026-11-20T03:15:00Z");
    assertThat(backup(folder, taken).line())
        .isEqualTo(
            "warning  backup         none was taken yet; calltally backup FILE takes one, also while serve runs: let it do so every night");

    new LastBackup(taken, Path.of("/backups/a b.tar.gz")).keepIn(folder);

    assertThat(backup(folder, taken.plus(Duration.ofDays(8))).line())
        .isEqualTo("ok       backup         the latest was taken 8 days ago: /backups/a b.tar.gz");
    assertThat(backup(folder, taken.plus(Duration.ofDays(8)).plusNanos(1)).verdict())
        .isEqualTo(Verdict.WARNING);

    Files.writeString(folder.resolve("last-backup"), "yesterday, I believe");
    assertThat(backup(folder, taken).sentence()).isEqualTo("none was taken yet");
  }

  private static Finding backup(Path data, Instant now) {
    return new BackupCheck(data, InstantSource.fixed(now)).finding();
  }

  @Test
  void java_older_than_17_has_failed_and_newer_than_25_is_a_warning() {
    assertThat(new JavaCheck(16, "16").finding().verdict()).isEqualTo(Verdict.FAILED);
    assertThat(new JavaCheck(17, "17").finding().verdict()).isEqualTo(Verdict.OK);
    assertThat(new JavaCheck(25, "25").finding().verdict()).isEqualTo(Verdict.OK);
    assertThat(new JavaCheck(26, "26").finding().verdict()).isEqualTo(Verdict.WARNING);
  }

  @Test
  void what_waits_for_a_refresh_is_a_warning_after_5_minutes_and_has_failed_after_a_day() {
    Instant now = Instant.parse("2026-11-24T08:00:00Z");

    assertThat(RefreshCheck.of(null, false, now).verdict()).isEqualTo(Verdict.OK);
    assertThat(RefreshCheck.of(null, true, now).verdict()).isEqualTo(Verdict.WARNING);
    assertThat(RefreshCheck.of(now.minusSeconds(1_000_000), false, now).verdict())
        .isEqualTo(Verdict.OK);
    assertThat(RefreshCheck.of(now.minusSeconds(300), true, now).verdict()).isEqualTo(Verdict.OK);
    assertThat(RefreshCheck.of(now.minusMillis(300_001), true, now).sentence())
        .isEqualTo("notifications wait, the last one was 5 min ago");
    assertThat(RefreshCheck.of(now.minusMillis(300_001), true, now).verdict())
        .isEqualTo(Verdict.WARNING);
    assertThat(RefreshCheck.of(now.minusSeconds(86_400), true, now).verdict())
        .isEqualTo(Verdict.WARNING);
    assertThat(RefreshCheck.of(now.minusMillis(86_400_001), true, now).verdict())
        .isEqualTo(Verdict.FAILED);
  }

  @Test
  void partitions_for_less_than_a_month_ahead_are_a_warning() {
    assertThat(PartitionsCheck.of(1).verdict()).isEqualTo(Verdict.OK);
    assertThat(PartitionsCheck.of(0).sentence()).isEqualTo("the next month has none");
    assertThat(PartitionsCheck.of(-1).sentence()).isEqualTo("this month has none");
    assertThat(PartitionsCheck.of(0).verdict()).isEqualTo(Verdict.WARNING);
  }

  @Test
  void a_server_needs_utf8_12_connections_schemas_and_roles() {
    assertThat(ServerCheck.of(new ServerState("me", "UTF8", 12, true, true, List.of("analyst"))))
        .extracting(Finding::verdict)
        .containsExactly(Verdict.OK);
    assertThat(ServerCheck.of(new ServerState("me", "UTF8", 12, true, false, List.of())))
        .extracting(Finding::verdict)
        .containsExactly(Verdict.OK);
    assertThat(ServerCheck.of(new ServerState("me", "UTF8", 11, true, true, List.of())))
        .extracting(Finding::verdict)
        .containsExactly(Verdict.WARNING);
    assertThat(
            ServerCheck.of(new ServerState("me", "SQL_ASCII", 0, false, false, List.of("analyst"))))
        .extracting(Finding::line)
        .containsExactly(
            "failed   server         the database has to be in UTF8, was SQL_ASCII; create it anew: create database … encoding 'UTF8' template template0",
            "failed   server         0 connections are free, a service uses up to 12; raise max_connections",
            "failed   server         me may not create schemas in the database; as a superuser: alter database … owner to me",
            "failed   server         me may not act as analyst, nor create roles; as a superuser: alter role me createrole");
  }

  @Test
  void ages_are_told_in_the_unit_that_fits() {
    assertThat(Ago.words(Duration.ofSeconds(-3))).isEqualTo("0 s ago");
    assertThat(Ago.words(Duration.ofSeconds(119))).isEqualTo("119 s ago");
    assertThat(Ago.words(Duration.ofMinutes(2))).isEqualTo("2 min ago");
    assertThat(Ago.words(Duration.ofHours(2))).isEqualTo("2 h ago");
    assertThat(Ago.words(Duration.ofDays(2))).isEqualTo("2 days ago");
  }

  @Test
  void the_disk_of_a_folder_to_come_is_that_of_its_parent(@TempDir Path folder) {
    assertThat(new DiskCheck(folder.resolve("a/b"), 0).finding().sentence()).contains("free for");
  }

  @Test
  void clocks_more_than_2_seconds_apart_are_a_warning_and_more_than_5_minutes_have_failed() {
    assertThat(ClockCheck.of(Duration.ofSeconds(-2)).line())
        .isEqualTo("ok       clock          PostgreSQL's clock is 2.000 s behind this machine's");
    assertThat(ClockCheck.of(Duration.ofMillis(2001)).verdict()).isEqualTo(Verdict.WARNING);
    assertThat(ClockCheck.of(Duration.ofMillis(-2001)).verdict()).isEqualTo(Verdict.WARNING);
    assertThat(ClockCheck.of(Duration.ofMinutes(5)).verdict()).isEqualTo(Verdict.WARNING);
    assertThat(ClockCheck.of(Duration.ofMinutes(5).plusMillis(1)).verdict())
        .isEqualTo(Verdict.FAILED);
    assertThat(ClockCheck.of(Duration.ofMinutes(-5).minusMillis(1)).verdict())
        .isEqualTo(Verdict.FAILED);
  }

  @Test
  void schemas_that_are_older_are_a_warning_and_newer_ones_have_failed() {
    assertThat(SchemaCheck.of(new SchemaState("12", "12", 0, false, false)).verdict())
        .isEqualTo(Verdict.OK);
    assertThat(SchemaCheck.of(new SchemaState("11", "12", 3, false, false)).verdict())
        .isEqualTo(Verdict.WARNING);
    assertThat(SchemaCheck.of(new SchemaState(null, "12", 12, false, false)).verdict())
        .isEqualTo(Verdict.WARNING);
    assertThat(SchemaCheck.of(new SchemaState("13", "12", 0, true, false)).verdict())
        .isEqualTo(Verdict.FAILED);
  }

  @Test
  void a_finding_is_one_line_whatever_it_repeats() {
    assertThat(Finding.failed("mail", "220\u001b[2Jhello\r\nworld", "").line())
        .isEqualTo("failed   mail           220 [2Jhello world");
  }
}
