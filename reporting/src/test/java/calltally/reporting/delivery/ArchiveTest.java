package calltally.reporting.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import calltally.reporting.report.DateRange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ArchiveTest {

  @TempDir private Path folder;

  @Test
  void reports_of_days_before_the_date_go_and_all_else_stays() throws IOException {
    Archive archive = new Archive(folder);
    for (String day : List.of("2024/10/31", "2024/11/24", "2024/11/25", "2026/11/20")) {
      Files.createDirectories(folder.resolve(day).resolve("1-daily"));
      Files.writeString(folder.resolve(day).resolve("1-daily/report.pdf"), "x");
    }
    Files.writeString(folder.resolve("notes.txt"), "mine");

    assertThat(archive.removeBefore(LocalDate.of(2024, 11, 25))).isEqualTo(2);
    assertThat(archive.removeBefore(LocalDate.of(2024, 11, 25))).isZero();

    try (Stream<Path> left = Files.walk(folder)) {
      assertThat(left.map(folder::relativize).map(Path::toString))
          .containsExactlyInAnyOrder(
              "",
              "notes.txt",
              "2024",
              "2024/11",
              "2024/11/25",
              "2024/11/25/1-daily",
              "2024/11/25/1-daily/report.pdf",
              "2026",
              "2026/11",
              "2026/11/20",
              "2026/11/20/1-daily",
              "2026/11/20/1-daily/report.pdf");
    }
  }

  @Test
  void before_the_first_report_there_is_nothing_to_remove() {
    assertThat(new Archive(folder.resolve("none")).removeBefore(LocalDate.MAX)).isZero();
  }

  @Test
  void a_name_of_any_letters_stays_within_the_archive() {
    Mailing mailing =
        new Mailing(
            new MailingId(1, 7),
            new SubscriptionId("main", "../../Отдел \"продаж\"/\u0000"),
            DateRange.of(LocalDate.of(2026, 11, 20)),
            Instant.EPOCH,
            1,
            1,
            1);

    assertThat(new Archive(folder).shelf(mailing, LocalDate.of(2026, 11, 21)).path())
        .isEqualTo("2026/11/21/7-отдел_продаж-r1");
  }
}
