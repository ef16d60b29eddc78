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
  void a_file_is_given_to_the_program_that_the_desktop_has_for_it(String system, String program)
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
  void where_there_is_no_display_that_is_told() {
    Desktop desktop = new Desktop(Map.of("PATH", "/usr/bin"), "Linux");

    assertThatThrownBy(() -> desktop.open(Path.of("a.pdf")))
        .hasMessage(
            "file not opened: there must be a desktop here, was none; it is written and can be"
                + " opened elsewhere (a.pdf)");
  }

  @Test
  void where_no_program_opens_files_that_is_told() {
    Desktop desktop =
        new Desktop(Map.of("PATH", folder.toString(), "WAYLAND_DISPLAY", "wayland-0"), "Linux");

    assertThatThrownBy(() -> desktop.open(Path.of("a.pdf"))).isInstanceOf(NoDesktopException.class);
  }
}
