package calltally.ingest.file.line;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import calltally.exchange.Rejection;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class LinesTest {

  private static final int MEBIBYTE = 1 << 20;

  @ParameterizedTest
  @CsvSource({
    "'', ''",
    "'; ;;', ''",
    "a, 1a",
    "a;, 1a",
    "a;b, 1a 2b",
    ";;a; ;b;;, 3a 5b",
  })
  void blank_lines_are_skipped_and_counted(String file, String numbered) throws IOException {
    assertThat(
            all(lines(file.replace(';', '\n'))).stream()
                .map(line -> line.number() + line.bytes().text(UTF_8))
                .toList())
        .isEqualTo(numbered.isEmpty() ? List.of() : List.of(numbered.split(" ")));
  }

  @ParameterizedTest
  @CsvSource({
    "a^b, 1a 2b",
    "a^~b, 1a 2b",
    "a^^~b, 1a 2b",
    "a^^b, 1a 3b",
    "a~^b^, 1a 3b",
    "^a~b^c^~d, 2a 3b 4c 5d",
  })
  void a_line_ends_with_a_line_feed_a_carriage_return_or_both(String file, String numbered)
      throws IOException {
    assertThat(
            all(lines(file.replace('^', '\r').replace('~', '\n'))).stream()
                .map(line -> line.number() + line.bytes().text(UTF_8))
                .toList())
        .isEqualTo(List.of(numbered.split(" ")));
  }

  @ParameterizedTest
  @ValueSource(ints = {65_534, 65_535, 65_536, 65_537, 131_071, 131_072, 131_073})
  void a_line_may_cross_the_ends_of_buffers(int length) throws IOException {
    String line = "0123456789".repeat(length / 10 + 1).substring(0, length);

    assertThat(all(lines(line + "\nnext\n")))
        .extracting(read -> read.bytes().text(UTF_8))
        .containsExactly(line, "next");
  }

  @Test
  void a_line_of_one_mebibyte_is_read_and_of_a_longer_one_the_beginning() throws IOException {
    String longest = "x".repeat(MEBIBYTE);

    List<FileLine> read = all(lines(longest + "\n" + longest + "yz\nnext"));

    assertThat(read).extracting(FileLine::length).containsExactly(1048576L, 1048578L, 4L);
    assertThat(read).extracting(line -> line.bytes().size()).containsExactly(MEBIBYTE, MEBIBYTE, 4);
    assertThat(read)
        .extracting(FileLine::damage)
        .containsExactly(null, new Rejection(null, "a line must not exceed 1048576 bytes"), null);
  }

  @Test
  void looking_ahead_consumes_nothing() throws IOException {
    Lines lines = lines("a\nb\nc\n");

    assertThat(lines.first(2)).extracting(FileLine::number).containsExactly(1L, 2L);
    assertThat(lines.first(9)).extracting(FileLine::number).containsExactly(1L, 2L, 3L);
    assertThat(all(lines)).extracting(FileLine::number).containsExactly(1L, 2L, 3L);
    assertThat(lines.first(1)).isEmpty();
  }

  private static Lines lines(String file) {
    return Lines.of(new ByteArrayInputStream(file.getBytes(UTF_8)));
  }

  private static List<FileLine> all(Lines lines) throws IOException {
    List<FileLine> all = new ArrayList<>();
    for (Optional<FileLine> next = lines.next(); next.isPresent(); next = lines.next()) {
      all.add(next.get());
    }
    return all;
  }
}
