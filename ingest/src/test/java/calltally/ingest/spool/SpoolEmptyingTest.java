package calltally.ingest.spool;

import static calltally.ingest.spool.SpoolRecordTest.notification;
import static calltally.ingest.spool.SpoolRecordTest.rejected;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import calltally.ingest.testing.IngestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A spool emptied without a receiver. */
final class SpoolEmptyingTest {

  private final IngestDatabase database = new IngestDatabase();

  @AfterEach
  void stop() {
    database.close();
  }

  @Test
  void what_a_receiver_left_is_stored_and_its_files_deleted() throws Exception {
    try (Spool spool = Spool.open(settings(database.spool()))) {
      spool.keep(notification(), null, Duration.ofMinutes(1)).join();
      spool.keep(rejected(), null, Duration.ofMinutes(1)).join();
    }

    assertThat(emptying(database.spool()).run(Duration.ZERO)).isTrue();

    assertThat(database.count("journal.notification")).isOne();
    assertThat(database.count("journal.rejected")).isOne();
    assertThat(SpoolUsage.of(database.spool()).waiting()).isZero();
    assertThat(emptying(database.spool()).run(Duration.ZERO)).isTrue();
    assertThat(database.count("journal.duplicate")).isZero();
  }

  @Test
  void a_folder_in_use_is_left_to_its_receiver() throws Exception {
    try (Segments used = Segments.open(settings(database.spool()))) {
      used.append(List.of(new SpoolRecord(notification(), null).toEntry()));

      assertThat(emptying(database.spool()).run(Duration.ZERO)).isFalse();
      assertThat(used.oldest()).isPresent();
    }
    assertThat(database.count("journal.notification")).isZero();
  }

  @Test
  void a_missing_folder_is_empty_and_not_created() throws Exception {
    Path missing = database.spool().resolve("missing");

    assertThat(emptying(missing).run(Duration.ZERO)).isTrue();
    assertThat(Files.exists(missing)).isFalse();
  }

  @Test
  void a_record_of_a_later_version_is_put_aside_and_the_others_are_stored() throws Exception {
    try (Segments segments = Segments.open(settings(database.spool()))) {
      segments.append(
          List.of(
              new SpoolEntry("main", "LATER\n{}".getBytes(UTF_8)),
              new SpoolRecord(notification(), null).toEntry()));
    }

    assertThat(emptying(database.spool()).run(Duration.ZERO)).isTrue();

    assertThat(database.count("journal.notification")).isOne();
    assertThat(SpoolUsage.of(database.spool()).damaged())
        .singleElement()
        .satisfies(
            file -> {
              assertThat(file).hasFileName("000000000001-1.damaged");
              assertThat(file).hasContent("LATER\n{}");
            });
  }

  private SpoolEmptying emptying(Path folder) {
    return new SpoolEmptying(settings(folder), database.ingest());
  }

  private static SpoolSettings settings(Path folder) {
    return new SpoolSettings(folder, 1 << 20);
  }
}
