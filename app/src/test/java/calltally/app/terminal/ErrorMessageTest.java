package calltally.app.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ErrorMessageTest {

  @Test
  void file_errors_name_the_file_and_the_reason(@TempDir Path folder) {
    Path missing = folder.resolve("missing.yaml");

    assertThat(ErrorMessage.of(catchThrowable(() -> Files.readString(missing))))
        .isEqualTo("cannot use %s: no such file or folder".formatted(missing));
    assertThat(ErrorMessage.of(catchThrowable(() -> Files.createDirectory(folder))))
        .isEqualTo("cannot use %s: a file or folder of this name exists".formatted(folder));
    assertThat(ErrorMessage.of(new AccessDeniedException("calltally.yaml")))
        .isEqualTo("cannot use calltally.yaml: permission denied");
    assertThat(ErrorMessage.of(new FileSystemException("a.pdf", null, "No space left on device")))
        .isEqualTo("cannot use a.pdf: no space left on the disk");
  }

  @Test
  void a_file_that_the_message_names_is_not_repeated() {
    IOException denied = new AccessDeniedException("data/main.token");

    assertThat(ErrorMessage.of(new UncheckedIOException("cannot read data/main.token", denied)))
        .isEqualTo("cannot read data/main.token: permission denied");
    assertThat(ErrorMessage.of(new UncheckedIOException("cannot read the token", denied)))
        .isEqualTo("cannot read the token: permission denied (data/main.token)");
  }

  @Test
  void a_full_disk_is_reported_with_the_message_that_names_the_file() {
    IOException full = new IOException("No space left on device");

    assertThat(ErrorMessage.of(new UncheckedIOException("cannot write the report to out", full)))
        .isEqualTo("cannot write the report to out: no space left on the disk");
  }

  @Test
  void a_wrapper_without_a_message_is_left_out() {
    IOException denied = new AccessDeniedException("logo.png");

    assertThat(ErrorMessage.of(new UncheckedIOException(denied)))
        .isEqualTo("cannot use logo.png: permission denied");
  }

  @Test
  void database_errors_say_so_and_keep_the_first_line() {
    SQLException refused = new SQLException("connection refused\n  Detail: none", "08001");

    assertThat(ErrorMessage.of(new IllegalStateException("cannot refresh", refused)))
        .isEqualTo("cannot use the database: connection refused");
  }
}
