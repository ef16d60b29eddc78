package calltally.app.command;

import static org.assertj.core.api.Assertions.assertThat;
import static picocli.CommandLine.ExitCode.OK;
import static picocli.CommandLine.ExitCode.SOFTWARE;

import calltally.app.testing.CommandProcess;
import calltally.app.testing.TestConsole;
import calltally.sql.testing.MigratedFolder;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Programs that cannot write into the folder for temporary files. */
final class TemporaryFolderTest {

  /** A folder in which nobody can create a file, not even root. */
  private static final String FULL = "/proc";

  private static final String NOTIFICATION =
      "{\"event\":\"outgoing_call_start\",\"time\":\"2026-11-20T06:00:00Z\",\"pbx_id\":\"1\"}\n";

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "C.UTF-8, cannot render the report: its fonts need 5 MB in the folder for temporary files",
    "ru_RU.UTF-8, отчёт не построен: для его шрифтов нужно 5 МБ в папке временных файлов"
  })
  void a_report_says_what_its_fonts_need(String locale, String sentence) throws Exception {
    MigratedFolder.copyTo(folder.resolve("data"));
    TestConsole console = new TestConsole(folder).typing(NOTIFICATION);
    assertThat(console.run("import", "-")).as(console.err()).isEqualTo(OK);

    CommandProcess report =
        CommandProcess.start(
            folder,
            Map.of("LC_ALL", locale, "JAVA_TOOL_OPTIONS", "-Djava.io.tmpdir=" + FULL),
            "report",
            "daily",
            "--date",
            "2026-11-20");

    assertThat(report.process().waitFor()).isEqualTo(SOFTWARE);
    assertThat(report.errors()).contains(sentence, FULL).doesNotContain("getStringBounds");
  }
}
