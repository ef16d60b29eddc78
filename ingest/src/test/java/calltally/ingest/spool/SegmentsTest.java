package calltally.ingest.spool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SegmentsTest {

  private static final int SIZE = 1 << 20;
  private static final int HEADER = 32;
  private static final int FRAME = 21;
  private static final SpoolEntry SHORT = new SpoolEntry("main", new byte[10]);
  private static final SpoolEntry QUARTER = new SpoolEntry("main", new byte[SIZE / 4]);

  @TempDir private Path parent;
  private Segments segments;

  @BeforeEach
  void open() throws IOException {
    segments = Segments.open(new SpoolSettings(folder(), SIZE));
  }

  @AfterEach
  void close() {
    segments.close();
  }

  @Test
  void a_new_folder_is_readable_by_its_owner_only_and_empty() throws IOException {
    assertThat(Files.getPosixFilePermissions(folder()))
        .isEqualTo(PosixFilePermissions.fromString("rwx------"));
    assertThat(segments.oldest()).isEmpty();
    assertThat(segments.length()).isZero();
  }

  @Test
  void records_are_numbered_through_all_writes_to_a_file() throws IOException {
    segments.append(List.of(SHORT, SHORT));
    segments.append(List.of(SHORT));

    assertThat(files()).containsExactly("000000000001.spool");
    assertThat(numbers(oldest())).containsExactly(1L, 2L, 3L);
    assertThat(segments.length()).isEqualTo(HEADER + 3 * (FRAME + 10));
  }

  @Test
  void a_file_that_reached_a_quarter_of_the_spool_is_followed_by_another() throws IOException {
    segments.append(List.of(QUARTER));
    segments.append(List.of(SHORT));

    assertThat(files()).containsExactly("000000000001.spool", "000000000002.spool");
    assertThat(segments.release(oldest(), oldest().length())).isTrue();
    assertThat(numbers(oldest())).containsExactly(1L);
  }

  @Test
  void a_file_is_not_deleted_when_more_was_appended_meanwhile() throws IOException {
    segments.append(List.of(SHORT));
    Segment replayed = oldest();
    long length = replayed.length();
    segments.append(List.of(SHORT));

    assertThat(segments.release(replayed, length)).isFalse();
    assertThat(segments.release(replayed, replayed.length())).isTrue();
    assertThat(files()).isEmpty();

    segments.append(List.of(SHORT));
    assertThat(files()).containsExactly("000000000002.spool");
  }

  @Test
  void files_of_an_earlier_run_are_kept_and_not_appended_to() throws IOException {
    segments.append(List.of(SHORT));
    Segment written = oldest();
    segments.close();
    Segment.create(folder().resolve("000000000007.spool"));

    open();
    segments.append(List.of(SHORT));

    assertThat(files()).containsExactly("000000000001.spool", "000000000008.spool");
    assertThat(oldest().writer()).isEqualTo(written.writer());
    assertThat(oldest().length()).isEqualTo(written.length());
  }

  @Test
  void a_full_spool_accepts_nothing_and_keeps_what_it_has() throws IOException {
    for (int quarter = 0; quarter < 3; quarter++) {
      segments.append(List.of(QUARTER));
    }
    long length = segments.length();

    assertThatThrownBy(() -> segments.append(List.of(SHORT, QUARTER)))
        .isInstanceOf(IOException.class)
        .hasMessage(
            "the spool must not exceed 1048576 bytes (was %d)",
            length + SHORT.length() + QUARTER.length());
    assertThat(segments.length()).isEqualTo(length).isEqualTo(3L * (HEADER + FRAME + SIZE / 4));
    segments.append(List.of(SHORT));
  }

  @Test
  void a_file_whose_header_is_damaged_has_the_same_writer_whenever_it_is_read() throws IOException {
    segments.append(List.of(SHORT));
    Path file = oldest().file();
    byte[] bytes = Files.readAllBytes(file);
    bytes[0]++;
    Files.write(file, bytes);

    assertThat(Segment.existing(file).writer())
        .isEqualTo(Segment.existing(file).writer())
        .isNotEqualTo(oldest().writer());
    assertThat(Segment.existing(file).read(HEADER).intact()).hasSize(1);
  }

  @Test
  void a_spool_has_at_least_one_mebibyte_in_files_of_at_most_eight() {
    assertThatThrownBy(() -> new SpoolSettings(folder(), SIZE - 1))
        .hasMessage("cannot set up the spool: its size must be 1 MiB or more (was 1048575 bytes)");
    assertThat(new SpoolSettings(folder(), SIZE).segmentSize()).isEqualTo(SIZE / 4);
    assertThat(new SpoolSettings(folder(), 1L << 40).segmentSize()).isEqualTo(8 * SIZE);
  }

  private Path folder() {
    return parent.resolve("spool");
  }

  private Segment oldest() {
    return segments.oldest().orElseThrow();
  }

  private static List<Long> numbers(Segment segment) throws IOException {
    return segment.read(HEADER).intact().stream().map(Frame::number).toList();
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(folder())) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".spool"))
          .sorted()
          .toList();
    }
  }
}
