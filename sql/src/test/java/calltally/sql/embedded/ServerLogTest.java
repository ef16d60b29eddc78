package calltally.sql.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ServerLogTest {

  @TempDir private Path folder;

  @Test
  void only_the_ten_newest_files_are_kept() throws IOException {
    for (int day = 10; day <= 21; day++) {
      Files.writeString(folder.resolve("postgresql-202611" + day + "-000000.log"), "LOG:  ready\n");
    }

    new ServerLog(folder.resolve("start.log"), folder).prune();

    try (Stream<Path> kept = Files.list(folder)) {
      assertThat(kept.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(
              IntStream.rangeClosed(12, 21)
                  .mapToObj(day -> "postgresql-202611" + day + "-000000.log")
                  .toList());
    }
  }

  @Test
  void the_last_fatal_line_is_the_reason_of_a_failed_start() throws IOException {
    Path beginning = folder.resolve("start.log");
    Files.writeString(
        folder.resolve("postgresql-20261120-000000.log"),
        "LOG:  starting\nFATAL:  earlier\nFATAL:  could not read\nLOG:  shut down\n");
    ServerLog log = new ServerLog(beginning, Files.createDirectory(folder.resolve("empty")));
    ServerLog filled = new ServerLog(beginning, folder);

    assertThat(log.reasonOfFailure()).isEmpty();
    assertThat(filled.reasonOfFailure()).contains("FATAL:  could not read");
    Files.writeString(beginning, "FATAL:  bad setting\n");
    assertThat(log.reasonOfFailure()).contains("FATAL:  bad setting");
  }
}
