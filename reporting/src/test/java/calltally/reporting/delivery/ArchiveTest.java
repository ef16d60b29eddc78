package calltally.reporting.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import calltally.reporting.delivery.subscription.SubscriptionId;
import calltally.reporting.report.DateRange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ArchiveTest {

  @TempDir private Path folder;

  @Test
  void removing_a_report_removes_folders_left_empty_and_nothing_else() throws IOException {
    Archive archive = new Archive(folder);
    for (String report : List.of("2024/11/24/1-daily", "2024/10/31/2-daily", "2024/10/31/mine")) {
      Files.createDirectories(folder.resolve(report).resolve("mail"));
      Files.writeString(folder.resolve(report).resolve("mail/letter.txt"), "x");
    }
    Files.writeString(folder.resolve("notes.txt"), "mine");
    assertThat(archive.reports()).extracting(ArchivedReport::path).hasSize(3).isSorted();
    assertThat(archive.reports())
        .extracting(ArchivedReport::mailing)
        .containsExactly(OptionalLong.of(2), OptionalLong.empty(), OptionalLong.of(1));

    archive.remove(archive.report("2024/11/24/1-daily"));
    archive.remove(archive.report("2024/10/31/2-daily"));
    archive.remove(archive.report("2024/10/31/2-daily"));

    try (Stream<Path> left = Files.walk(folder)) {
      assertThat(left.map(folder::relativize).map(Path::toString))
          .containsExactlyInAnyOrder(
              "",
              "notes.txt",
              "2024",
              "2024/10",
              "2024/10/31",
              "2024/10/31/mine",
              "2024/10/31/mine/mail",
              "2024/10/31/mine/mail/letter.txt");
    }
  }

  @Test
  void an_archive_without_reports_is_empty() throws IOException {
    assertThat(new Archive(folder.resolve("none")).reports()).isEmpty();
    assertThat(new Archive(folder.resolve("none")).workplaces()).isEmpty();
  }

  @Test
  void a_name_of_any_characters_stays_within_the_archive() {
    ClaimedMailing mailing =
        new ClaimedMailing(
            new MailingId(1, 7),
            new SubscriptionId("main", "../../Отдел \"продаж\"/\u0000"),
            DateRange.of(LocalDate.of(2026, 11, 20)),
            Instant.EPOCH,
            1,
            1,
            1);

    assertThat(new Archive(folder).report(mailing, LocalDate.of(2026, 11, 21)).path())
        .isEqualTo("2026/11/21/7-отдел_продаж-r1");
  }
}
