package calltally.exchange.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class RecentNumbersTest {

  private static final int MOST = 10_000;

  private final RecentNumbers numbers = new RecentNumbers();
  private final List<String> computed = new ArrayList<>();

  @Test
  void a_text_is_normalised_once_per_region() {
    assertThat(read("101", "BY")).contains("101 in BY");
    assertThat(read("101", "BY")).contains("101 in BY");
    assertThat(read("101", "RU")).contains("101 in RU");

    assertThat(computed).containsExactly("101", "101");
  }

  @Test
  void a_withheld_number_is_remembered_too() {
    assertThat(read("", "BY")).isEmpty();
    assertThat(read("", "BY")).isEmpty();

    assertThat(computed).containsExactly("");
  }

  @Test
  void a_text_longer_than_any_number_takes_no_memory() {
    String number = "1".repeat(40);
    String text = "1".repeat(41);
    for (int time = 0; time < 2; time++) {
      read(number, "BY");
      read(text, "BY");
    }

    assertThat(computed).containsExactly(number, text, text);
  }

  @Test
  void the_number_unused_for_longest_makes_way() {
    read("first", "BY");
    read("second", "BY");
    for (int other = 2; other < MOST; other++) {
      read("other" + other, "BY");
    }
    read("first", "BY");
    read("one more", "BY");
    computed.clear();

    read("first", "BY");
    read("second", "BY");

    assertThat(computed).containsExactly("second");
  }

  private Optional<String> read(String text, String region) {
    return numbers.get(
        text,
        region,
        sent -> {
          computed.add(sent);
          return sent.isEmpty() ? Optional.empty() : Optional.of(sent + " in " + region);
        });
  }
}
