package calltally.app.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DesktopTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({"Linux, xdg-open", "Mac OS X, open"})
  void a_file_is_opened_by_the_opener_of_the_desktop(String system, String program)
      throws IOException {
    Path opened = folder.resolve("opened");
    Path script = folder.resolve(program);
    Files.writeString(script, "#!/bin/sh\nprintf %s \"$1\" > '" + opened + "'\n");
    assertThat(script.toFile().setExecutable(true)).isTrue();

    new Desktop(Map.of("PATH", folder.toString(), "DISPLAY", ":0"), system)
        .open(Path.of("/reports/Отчёт 1.pdf"));

    await().untilAsserted(() -> assertThat(opened).hasContent("/reports/Отчёт 1.pdf"));
  }

  @Test
  void without_a_display_an_error_names_the_file() {
    Desktop desktop = new Desktop(Map.of("PATH", "/usr/bin"), "Linux");

    assertThatThrownBy(() -> desktop.open(Path.of("a.pdf")))
        .hasMessage(
            "cannot open the report: there is no desktop here; it is written, and can be opened"
                + " elsewhere (a.pdf)");
  }

  @Test
  void without_an_opener_there_is_no_desktop() {
    Desktop desktop =
        new Desktop(Map.of("PATH", folder.toString(), "WAYLAND_DISPLAY", "wayland-0"), "Linux");

    assertThatThrownBy(() -> desktop.open(Path.of("a.pdf"))).isInstanceOf(NoDesktopException.class);
  }
}
