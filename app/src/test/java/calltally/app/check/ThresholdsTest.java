package calltally.app.check;

import static calltally.app.terminal.Texts.ENGLISH;
import static org.assertj.core.api.Assertions.assertThat;

import calltally.app.terminal.Message;
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
    assertThat(DISK.of(1024 * MEBIBYTE).line(ENGLISH))
        .isEqualTo("ok       disk           1.0 GiB free for data");
    assertThat(DISK.of(1024 * MEBIBYTE - 1).line(ENGLISH))
        .isEqualTo(
            "warning  disk           1023 MiB free for data; make room: a full disk stops the receiver");
    assertThat(DISK.of(100 * MEBIBYTE).status()).isEqualTo(CheckStatus.WARNING);
    assertThat(DISK.of(100 * MEBIBYTE - 1).status()).isEqualTo(CheckStatus.FAILED);
  }

  @Test
  void long_results_are_wrapped_next_to_their_subject_on_a_terminal_only() {
    CheckResult result =
        CheckResult.failed(
            CheckSubject.DISK,
            Message.verbatim("12 MiB free for data."),
            Message.verbatim("make room for all of it"));

    assertThat(result.lines(ENGLISH, OptionalInt.empty()))
        .containsExactly("failed   disk           12 MiB free for data; make room for all of it");
    assertThat(result.lines(ENGLISH, OptionalInt.of(69))).hasSize(1);
    assertThat(result.lines(ENGLISH, OptionalInt.of(68)))
        .containsExactly(
            "failed   disk           12 MiB free for data; make room for all of",
            "                        it");
    assertThat(result.lines(ENGLISH, OptionalInt.of(49))).hasSize(1);
    assertThat(result.lines(ENGLISH, OptionalInt.of(50))).hasSize(2);
  }

  @Test
  void a_disk_that_the_spool_alone_could_fill_is_a_warning() {
    DiskCheck disk = new DiskCheck(Path.of("data"), 2048 * MEBIBYTE);

    assertThat(disk.of(2048 * MEBIBYTE).status()).isEqualTo(CheckStatus.OK);
    assertThat(disk.of(2048 * MEBIBYTE - 1).line(ENGLISH))
        .isEqualTo(
            "warning  disk           2.0 GiB free for data, the spool alone may take 2.0 GiB; make room or set a smaller spool.size");
  }

  @Test
  void a_spool_that_holds_anything_is_a_warning_and_has_failed_at_four_fifths() {
    SpoolCheck spool = new SpoolCheck(Path.of("spool"), 10 * MEBIBYTE);

    assertThat(spool.of(0, 0).status()).isEqualTo(CheckStatus.OK);
    assertThat(spool.of(1, 0).line(ENGLISH))
        .isEqualTo(
            "warning  spool          1 KiB wait for the database; serve stores it as soon as the database answers");
    assertThat(spool.of(8 * MEBIBYTE - 1, 0).status()).isEqualTo(CheckStatus.WARNING);
    assertThat(spool.of(8 * MEBIBYTE, 0).line(ENGLISH))
        .isEqualTo(
            "failed   spool          8 MiB of 10 MiB wait for the database; get the database running: what arrives when the spool is full is lost");
    assertThat(spool.of(0, 1).status()).isEqualTo(CheckStatus.WARNING);
  }

  @Test
  void the_files_of_a_spool_are_counted_and_a_missing_folder_is_empty(@TempDir Path folder)
      throws IOException {
    assertThat(new SpoolCheck(folder.resolve("none"), MEBIBYTE).result().status())
        .isEqualTo(CheckStatus.OK);
    Files.write(folder.resolve("000000000001.spool"), new byte[2048]);
    Files.write(folder.resolve("lock"), new byte[1]);
    assertThat(new SpoolCheck(folder, MEBIBYTE).result().sentence(ENGLISH))
        .isEqualTo("2 KiB wait for the database");
    Files.write(folder.resolve("000000000001-7.damaged"), new byte[1]);
    assertThat(new SpoolCheck(folder, MEBIBYTE).result().sentence(ENGLISH))
        .startsWith("1 unreadable file *.damaged in ");
  }

  @Test
  void a_backup_older_than_8_days_is_a_warning_and_so_is_none(@TempDir Path folder)
      throws IOException {
    Instant taken = Instant.parse("2026-11-20T03:15:00Z");
    assertThat(backup(folder, taken).line(ENGLISH))
        .isEqualTo(
            "warning  backup         none has been made yet; run calltally backup FILE every night; serve may go on running");

    new LastBackup(taken, Path.of("/backups/a b.tar.gz"), false).keepIn(folder);

    assertThat(backup(folder, taken.plus(Duration.ofDays(8))).line(ENGLISH))
        .isEqualTo("ok       backup         the last one was made 8 days ago: /backups/a b.tar.gz");
    assertThat(backup(folder, taken.plus(Duration.ofDays(8)).plusNanos(1)).status())
        .isEqualTo(CheckStatus.WARNING);

    new LastBackup(taken, Path.of("/backups/b"), true).keepIn(folder);
    assertThat(backup(folder, taken.plus(Duration.ofDays(1))).sentence(ENGLISH))
        .isEqualTo("the last one was made 24 h ago, encrypted: /backups/b");

    Files.writeString(folder.resolve("last-backup"), "yesterday, I believe");
    assertThat(backup(folder, taken).sentence(ENGLISH)).isEqualTo("none has been made yet");
  }

  private static CheckResult backup(Path data, Instant now) {
    return new BackupCheck(data, InstantSource.fixed(now)).result();
  }

  @Test
  void java_older_than_17_has_failed_and_newer_than_25_is_a_warning() {
    assertThat(new JavaCheck(16, "16").result().status()).isEqualTo(CheckStatus.FAILED);
    assertThat(new JavaCheck(17, "17").result().status()).isEqualTo(CheckStatus.OK);
    assertThat(new JavaCheck(25, "25").result().status()).isEqualTo(CheckStatus.OK);
    assertThat(new JavaCheck(26, "26").result().status()).isEqualTo(CheckStatus.WARNING);
  }

  @Test
  void what_waits_for_a_refresh_is_a_warning_after_5_minutes_and_has_failed_after_a_day() {
    Instant now = Instant.parse("2026-11-24T08:00:00Z");

    assertThat(RefreshCheck.of(null, false, now).status()).isEqualTo(CheckStatus.OK);
    assertThat(RefreshCheck.of(null, true, now).status()).isEqualTo(CheckStatus.WARNING);
    assertThat(RefreshCheck.of(now.minusSeconds(1_000_000), false, now).status())
        .isEqualTo(CheckStatus.OK);
    assertThat(RefreshCheck.of(now.minusSeconds(300), true, now).status())
        .isEqualTo(CheckStatus.OK);
    assertThat(RefreshCheck.of(now.minusMillis(300_001), true, now).sentence(ENGLISH))
        .isEqualTo("notifications wait, the last refresh was 5 min ago");
    assertThat(RefreshCheck.of(now.minusMillis(300_001), true, now).status())
        .isEqualTo(CheckStatus.WARNING);
    assertThat(RefreshCheck.of(now.minusSeconds(86_400), true, now).status())
        .isEqualTo(CheckStatus.WARNING);
    assertThat(RefreshCheck.of(now.minusMillis(86_400_001), true, now).status())
        .isEqualTo(CheckStatus.FAILED);
  }

  @Test
  void what_a_transaction_holds_back_for_more_than_5_minutes_has_failed_and_names_its_session() {
    assertThat(RefreshCheck.heldBack(Duration.ofMinutes(5), "session 7 of analyst")).isEmpty();
    assertThat(RefreshCheck.heldBack(Duration.ofMillis(300_001), "session 7 of analyst"))
        .hasValueSatisfying(
            result -> {
              assertThat(result.status()).isEqualTo(CheckStatus.FAILED);
              assertThat(result.sentence(ENGLISH))
                  .isEqualTo(
                      "the oldest notification not counted yet came 5 min ago, held back by session"
                          + " 7 of analyst");
            });
  }

  @Test
  void partitions_for_less_than_a_month_ahead_are_a_warning() {
    assertThat(PartitionsCheck.of(1).status()).isEqualTo(CheckStatus.OK);
    assertThat(PartitionsCheck.of(0).sentence(ENGLISH)).isEqualTo("the next month has none");
    assertThat(PartitionsCheck.of(-1).sentence(ENGLISH)).isEqualTo("this month has none");
    assertThat(PartitionsCheck.of(0).status()).isEqualTo(CheckStatus.WARNING);
  }

  @Test
  void a_server_needs_utf8_13_connections_schemas_and_roles() {
    assertThat(
            ServerCheck.of(
                new ServerState("me", "UTF8", 13, false, false, true, true, List.of("analyst"))))
        .extracting(CheckResult::status)
        .containsExactly(CheckStatus.OK);
    assertThat(
            ServerCheck.of(new ServerState("me", "UTF8", 13, false, false, true, false, List.of())))
        .extracting(CheckResult::status)
        .containsExactly(CheckStatus.OK);
    assertThat(
            ServerCheck.of(new ServerState("me", "UTF8", 12, false, false, true, true, List.of())))
        .extracting(CheckResult::status)
        .containsExactly(CheckStatus.WARNING);
    assertThat(
            ServerCheck.of(
                new ServerState(
                    "me", "SQL_ASCII", 0, false, false, false, false, List.of("analyst"))))
        .extracting(result -> result.line(ENGLISH))
        .containsExactly(
            "failed   server         the encoding of the database must be UTF8 (was SQL_ASCII); create the database again: create database … encoding 'UTF8' template template0",
            "failed   server         0 connections are free, a service uses up to 13; raise max_connections",
            "failed   server         me may not create schemas in the database; as a superuser: alter database … owner to me",
            "failed   server         me may neither act as analyst nor create roles; as a superuser: alter role me createrole");
  }

  @Test
  void a_server_that_refuses_writes_has_failed() {
    assertThat(ServerCheck.of(new ServerState("me", "UTF8", 13, true, true, true, true, List.of())))
        .extracting(result -> result.line(ENGLISH))
        .containsExactly(
            "failed   server         the database is a standby, which refuses all writes; set the address of the primary, or list all servers and add targetServerType=primary");
    assertThat(
            ServerCheck.of(new ServerState("me", "UTF8", 13, false, true, true, true, List.of())))
        .extracting(CheckResult::status)
        .containsExactly(CheckStatus.FAILED);
  }

  @Test
  void ages_are_in_the_unit_that_fits() {
    assertThat(ENGLISH.text(RelativeTime.words(Duration.ofSeconds(-3)))).isEqualTo("0 s ago");
    assertThat(ENGLISH.text(RelativeTime.words(Duration.ofSeconds(119)))).isEqualTo("119 s ago");
    assertThat(ENGLISH.text(RelativeTime.words(Duration.ofMinutes(2)))).isEqualTo("2 min ago");
    assertThat(ENGLISH.text(RelativeTime.words(Duration.ofHours(2)))).isEqualTo("2 h ago");
    assertThat(ENGLISH.text(RelativeTime.words(Duration.ofDays(2)))).isEqualTo("2 days ago");
  }

  @Test
  void the_disk_of_a_missing_folder_is_that_of_its_parent(@TempDir Path folder) {
    assertThat(new DiskCheck(folder.resolve("a/b"), 0).result().sentence(ENGLISH))
        .contains("free for");
  }

  @Test
  void clocks_more_than_2_seconds_apart_are_a_warning_and_more_than_5_minutes_have_failed() {
    assertThat(ClockCheck.of(Duration.ofSeconds(-2)).line(ENGLISH))
        .isEqualTo(
            "ok       clock          the clock of PostgreSQL is 2.000 s behind this machine");
    assertThat(ClockCheck.of(Duration.ofMillis(2001)).status()).isEqualTo(CheckStatus.WARNING);
    assertThat(ClockCheck.of(Duration.ofMillis(-2001)).status()).isEqualTo(CheckStatus.WARNING);
    assertThat(ClockCheck.of(Duration.ofMinutes(5)).status()).isEqualTo(CheckStatus.WARNING);
    assertThat(ClockCheck.of(Duration.ofMinutes(5).plusMillis(1)).status())
        .isEqualTo(CheckStatus.FAILED);
    assertThat(ClockCheck.of(Duration.ofMinutes(-5).minusMillis(1)).status())
        .isEqualTo(CheckStatus.FAILED);
  }

  @Test
  void schemas_that_are_older_are_a_warning_and_newer_ones_have_failed() {
    assertThat(SchemaCheck.of(new SchemaState("12", "12", 0, false, false)).status())
        .isEqualTo(CheckStatus.OK);
    assertThat(SchemaCheck.of(new SchemaState("11", "12", 3, false, false)).status())
        .isEqualTo(CheckStatus.WARNING);
    assertThat(SchemaCheck.of(new SchemaState(null, "12", 12, false, false)).status())
        .isEqualTo(CheckStatus.WARNING);
    assertThat(SchemaCheck.of(new SchemaState("13", "12", 0, true, false)).status())
        .isEqualTo(CheckStatus.FAILED);
  }

  @Test
  void a_result_is_one_line_whatever_it_repeats() {
    assertThat(
            CheckResult.failed(
                    CheckSubject.MAIL, Message.verbatim("220\u001b[2Jhello\r\nworld"), Message.NONE)
                .line(ENGLISH))
        .isEqualTo("failed   mail           220 [2Jhello world");
  }
}
