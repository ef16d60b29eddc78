package calltally.sql.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LastBackupTest {

  private static final Instant AT = Instant.parse("2026-11-25T03:15:00.123Z");

  @TempDir private Path data;

  @Test
  void the_newest_record_replaces_the_one_before() throws IOException {
    new LastBackup(AT.minusSeconds(86_400), Path.of("/backups/older.tar.gz"), false).keepIn(data);
    Path file = Path.of("/mnt/backups of Romashka/nightly  1.tar.gz");

    for (boolean isEncrypted : new boolean[] {false, true}) {
      LastBackup newest = new LastBackup(AT, file, isEncrypted);
      newest.keepIn(data);
      assertThat(LastBackup.of(data)).contains(newest);
    }
  }

  @Test
  void a_folder_without_a_record_has_no_backup() throws IOException {
    assertThat(LastBackup.of(data)).isEmpty();
    assertThat(LastBackup.of(data.resolve("missing"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " \n",
        "2026-11-25T03:15:00Z",
        "yesterday /backups/1.tar.gz",
        "2026-11-25 03:15 /backups/1.tar.gz",
        "2026-11-25T03:15:00Z /backups/\u0000"
      })
  void an_unreadable_record_counts_as_none(String record) throws IOException {
    Files.writeString(data.resolve("last-backup"), record);

    assertThat(LastBackup.of(data)).isEmpty();
  }

  @Test
  void a_record_damaged_by_the_disk_counts_as_none() throws IOException {
    Files.write(data.resolve("last-backup"), new byte[] {'2', (byte) 0xff, (byte) 0xfe, 0});

    assertThat(LastBackup.of(data)).isEmpty();
  }
}
