package calltally.ingest.spool;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SpoolUsageTest {

  @TempDir private Path folder;

  @Test
  void a_missing_folder_is_empty() throws IOException {
    assertThat(SpoolUsage.of(folder.resolve("none"))).isEqualTo(new SpoolUsage(0, List.of()));
  }

  @Test
  void segments_and_quarantined_bytes_are_listed() throws IOException {
    try (SpoolFolder spool = SpoolFolder.enter(folder)) {
      spool.create(2);
      spool.create(10);
      Path later = spool.quarantine(folder.resolve("000000000010.spool"), 5, new byte[7]);
      Path first = spool.quarantine(folder.resolve("000000000002.spool"), 90, new byte[7]);

      assertThat(SpoolUsage.of(folder))
          .isEqualTo(new SpoolUsage(2 * Segment.HEADER, List.of(first, later)));
    }
  }
}
