package calltally.reporting.render;

import static org.assertj.core.api.Assertions.assertThat;

import calltally.reporting.report.ReportHead;
import calltally.reporting.report.Scope;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class FileNameTest {

  @Test
  void a_plain_name_is_kept_in_the_file_name() {
    assertThat(of("Anna Sokolova")).isEqualTo("calltally-manager-2026-10-main-anna_sokolova");
    assertThat(of("Анна-Мария Иванова")).endsWith("-анна-мария_иванова");
    assertThat(of("+375290000011")).endsWith("-375290000011");
    assertThat(of("a".repeat(40))).endsWith("-" + "a".repeat(40));
  }

  @Test
  void different_names_give_different_files() {
    assertThat(
            Stream.of("A B", "A-B", "A  B", "A_B", "A/B", "A.B", "A B.", "(A) B", "-", "/", "..")
                .map(FileNameTest::of))
        .doesNotHaveDuplicates()
        .allMatch(name -> name.matches("[\\p{L}\\p{N}_-]+"));
    assertThat(of("a".repeat(40) + "b")).isNotEqualTo(of("a".repeat(40) + "c"));
  }

  private static String of(String manager) {
    ReportHead head = SampleReports.review().head();
    return FileName.of(
            new ReportHead(
                head.kind(),
                new Scope("main", null, null, manager),
                head.period(),
                head.generatedAt(),
                head.targets(),
                head.thresholds(),
                head.quality(),
                head.reported(),
                null))
        .stem();
  }
}
