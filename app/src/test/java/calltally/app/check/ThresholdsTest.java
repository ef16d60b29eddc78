package calltally.app.check;

import static org.assertj.core.api.Assertions.assertThat;

import calltally.sql.SchemaState;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ThresholdsTest {

  private static final long MEBIBYTE = 1 << 20;
  private static final DiskCheck DISK = new DiskCheck(Path.of("data"));

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
  void the_disk_of_a_folder_to_come_is_that_of_its_parent(@TempDir Path folder) {
    assertThat(new DiskCheck(folder.resolve("a/b")).finding().sentence()).contains("free for");
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
    assertThat(SchemaCheck.of(new SchemaState("12", "12", 0, false)).verdict())
        .isEqualTo(Verdict.OK);
    assertThat(SchemaCheck.of(new SchemaState("11", "12", 3, false)).verdict())
        .isEqualTo(Verdict.WARNING);
    assertThat(SchemaCheck.of(new SchemaState(null, "12", 12, false)).verdict())
        .isEqualTo(Verdict.WARNING);
    assertThat(SchemaCheck.of(new SchemaState("13", "12", 0, true)).verdict())
        .isEqualTo(Verdict.FAILED);
  }

  @Test
  void a_finding_is_one_line_whatever_it_repeats() {
    assertThat(Finding.failed("mail", "220\u001b[2Jhello\r\nworld", "").line())
        .isEqualTo("failed   mail           220 [2Jhello world");
  }
}
