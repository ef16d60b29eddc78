package calltally.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Explanations of failures that the operating system causes, or would cause. */
final class FileFailureTest {

  private static final Locale RUSSIAN = Locale.forLanguageTag("ru");

  @TempDir private Path folder;

  @Test
  void each_failure_that_can_be_caused_has_its_reason() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    Path link = folder.resolve("link");
    Files.createSymbolicLink(link, link);

    assertReason(() -> Files.readString(folder.resolve("missing")), "no such file or folder");
    assertReason(() -> Files.createFile(file), "a file or folder of this name exists");
    assertReason(() -> Files.readString(folder), "it is a folder, not a file");
    assertReason(() -> Files.readString(file.resolve("x")), "a file is where a folder must be");
    assertReason(() -> list(file), "a file is where a folder must be");
    assertReason(() -> Files.delete(folder), "the folder is not empty");
    assertReason(() -> Files.readString(link), "too many symbolic links, perhaps in a circle");
    assertReason(
        () -> Files.createFile(folder.resolve("x".repeat(300))), "the file name is too long");
    assertReason(() -> Files.writeString(Path.of("/dev/full"), "x"), "no space left on the disk");
  }

  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> inside = Files.list(folder)) {
      return inside.toList();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "Read-only file system, the disk is read-only, диск доступен только для чтения",
    "No space left on device, no space left on the disk, на диске не осталось места",
    "Disk quota exceeded, the disk quota is used up, исчерпана дисковая квота",
    "Permission denied, permission denied, нет доступа",
    "Too many links, the file has too many links, у файла слишком много ссылок",
    "Too many open files, too many files are open, открыто слишком много файлов",
    "Stale file handle, Stale file handle, Stale file handle",
  })
  void words_of_the_operating_system_are_translated_if_known(
      String words, String english, String russian) {
    LocalizedText reason = FileFailure.reason(new FileSystemException("report.pdf", null, words));

    assertThat(reason.in(Locale.ENGLISH)).isEqualTo(english);
    assertThat(reason.in(RUSSIAN)).isEqualTo(russian);
  }

  @Test
  void the_file_is_added_unless_the_sentence_names_it() {
    IOException denied = new AccessDeniedException("data/main.token");

    assertThat(FileFailure.reason(denied, "cannot read the token").in(RUSSIAN))
        .isEqualTo("нет доступа (data/main.token)");
    assertThat(FileFailure.reason(denied, "cannot read data/main.token").in(RUSSIAN))
        .isEqualTo("нет доступа");
    assertThat(FileFailure.reason(new IOException("No space left on device"), "").in(RUSSIAN))
        .isEqualTo("на диске не осталось места");
  }

  @Test
  void the_older_classes_of_java_are_understood() {
    FileNotFoundException failure =
        catchThrowableOfType(
            FileNotFoundException.class, () -> new FileInputStream("fonts (old).ttf").close());

    assertThat(FileFailure.file(failure)).contains("fonts (old).ttf");
    assertThat(FileFailure.reason(failure).in(RUSSIAN)).isEqualTo("нет такого файла или папки");
  }

  @Test
  void a_failure_without_words_is_named_by_its_class() {
    assertThat(FileFailure.reason(new IOException()).in(RUSSIAN)).isEqualTo("IOException");
    assertThat(FileFailure.reason(new FileSystemException("x")).in(RUSSIAN))
        .isEqualTo("FileSystemException");
  }

  private static void assertReason(ThrowingCallable cause, String reason) {
    IOException failure = catchThrowableOfType(IOException.class, cause);

    assertThat(FileFailure.reason(failure).in(Locale.ENGLISH)).isEqualTo(reason);
  }
}
