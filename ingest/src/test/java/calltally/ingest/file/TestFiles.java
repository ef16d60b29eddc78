package calltally.ingest.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import calltally.ingest.file.line.FileLine;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads files of notifications as texts: the number of each line, and its JSON or its fault. */
final class TestFiles {

  private static final ZoneId MINSK = ZoneId.of("Europe/Minsk");

  private TestFiles() {}

  static List<String> notices(String text) throws IOException {
    NotificationFile file = open(text.getBytes(UTF_8), FileReading.BY_CONTENT);
    for (Optional<FileLine> line = file.next(); line.isPresent(); line = file.next()) {
      assertThat(line.get().damage()).isNull();
    }
    return file.notices().stream().map(notice -> notice.text().in(Locale.ENGLISH)).toList();
  }

  static List<String> read(String file) throws IOException {
    return read(file.getBytes(UTF_8), FileReading.BY_CONTENT);
  }

  static List<String> read(byte[] file, FileReading reading) throws IOException {
    NotificationFile open = open(file, reading);
    List<String> read = new ArrayList<>();
    for (Optional<FileLine> next = open.next(); next.isPresent(); next = open.next()) {
      read.add(text(next.get()));
    }
    return read;
  }

  static NotificationFile open(byte[] file, FileReading reading) throws IOException {
    return NotificationFile.open(new ByteArrayInputStream(file), reading, MINSK);
  }

  static String text(FileLine line) {
    return line.number()
        + " "
        + (line.damage() == null
            ? line.bytes().text(UTF_8)
            : requireNonNull(line.damage()).field() + ": " + line.damage().rule());
  }
}
