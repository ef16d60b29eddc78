package calltally.web.today;

import static org.assertj.core.api.Assertions.assertThat;

import calltally.reporting.render.chart.HourColumns;
import calltally.reporting.render.chart.HourColumns.Hour;
import calltally.reporting.render.chart.HourColumns.Span;
import calltally.web.today.HourBars.Box;
import calltally.web.today.HourBars.GridLine;
import calltally.web.today.HourBars.Label;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The chart of the hours: 666 wide and 168 high, with its ground at 176. */
final class HourBarsTest {

  private static final Instant NINE = Instant.parse("2026-11-20T06:00:00Z");
  private static final Instant LATER = Instant.parse("2026-11-21T06:00:00Z");

  private static Hour hour(int label, int answered, int missed, int unfinished) {
    Instant start = NINE.plus(Duration.ofHours(label - 9));
    return new Hour(start, String.valueOf(label), answered, missed, unfinished);
  }

  private static HourBars bars(List<Long> axis, Map<Integer, Double> usual, Hour... hours) {
    return HourBars.of(new HourColumns(List.of(hours), List.of(), axis), usual, LATER);
  }

  private static List<String> kinds(HourBars bars) {
    return bars.boxes().stream().map(Box::kind).toList();
  }

  @Test
  void the_calls_of_an_hour_stand_on_one_another() {
    HourBars bars = bars(List.of(0L, 5L, 10L), Map.of(), hour(9, 5, 2, 1), hour(10, 0, 10, 0));

    assertThat(bars.boxes())
        .containsExactly(
            new Box("answered", "97.3", "92.0", "206.5", "83.2"),
            new Box("missed", "97.3", "58.4", "206.5", "32.8"),
            new Box("unfinished", "97.3", "41.6", "206.5", "16.0"),
            new Box("missed", "430.3", "8.0", "206.5", "167.2"));
    assertThat(bars.grid())
        .containsExactly(
            new GridLine("176.0", "180.0", "0"),
            new GridLine("92.0", "96.0", "5"),
            new GridLine("8.0", "12.0", "10"));
    assertThat(bars.labels()).containsExactly(new Label("200.5", "9"), new Label("533.5", "10"));
  }

  @Test
  void a_single_call_of_very_many_is_still_seen() {
    HourBars bars = bars(List.of(0L, 1000L), Map.of(), hour(9, 1, 0, 0));

    assertThat(bars.boxes()).extracting(Box::height).containsExactly("0.5");
  }

  @Test
  void only_an_unfinished_call_needs_a_colour_of_its_own() {
    assertThat(bars(List.of(0L, 5L), Map.of(), hour(9, 1, 1, 0)).hasUnfinished()).isFalse();
    assertThat(bars(List.of(0L, 5L), Map.of(), hour(9, 1, 1, 1)).hasUnfinished()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-20T05:59:59.999Z, answered,     answered",
    "2026-11-20T06:00:00Z,     answered now, answered",
    "2026-11-20T06:59:59.999Z, answered now, answered",
    "2026-11-20T07:00:00Z,     answered,     answered now"
  })
  void the_hour_that_goes_on_is_faint(Instant now, String nine, String ten) {
    HourColumns columns =
        new HourColumns(
            List.of(hour(9, 1, 0, 0), hour(10, 1, 0, 0)), List.of(), List.of(0L, 1L, 2L));

    assertThat(kinds(HourBars.of(columns, Map.of(), now))).containsExactly(nine, ten);
  }

  @Test
  void the_axis_is_extended_to_what_is_usual_but_the_bars_keep_their_proportion() {
    Map<Integer, Double> usual = Map.of(9, 3.4, 10, 0.0, 23, 2.0);

    HourBars bars = bars(List.of(0L, 1L, 2L), usual, hour(9, 1, 0, 0), hour(10, 2, 0, 0));

    assertThat(bars.grid()).extracting(GridLine::count).containsExactly("0", "1", "2", "3", "4");
    assertThat(bars.usual()).containsExactly(new Box("usual", "74.0", "32.2", "253.1", "2.0"));
    assertThat(bars.boxes()).extracting(Box::y).containsExactly("134.0", "92.0");
  }

  @Test
  void time_outside_working_hours_is_a_shade_behind_the_bars() {
    HourColumns columns =
        new HourColumns(
            List.of(hour(9, 1, 0, 0), hour(10, 0, 0, 0)),
            List.of(new Span(0, 0.5)),
            List.of(0L, 1L));

    HourBars bars = HourBars.of(columns, Map.of(), LATER);

    assertThat(kinds(bars)).containsExactly("outside", "answered");
    assertThat(bars.boxes().get(0)).isEqualTo(new Box("outside", "34.0", "8.0", "166.5", "168.0"));
  }

  @Test
  void a_day_of_25_hours_has_as_many_columns_and_the_hour_that_comes_twice_is_usual_twice() {
    Hour[] hours =
        IntStream.range(0, 25)
            .mapToObj(hour -> hour(hour < 3 ? hour : hour - 1, 1, 0, 0))
            .toArray(Hour[]::new);

    HourBars bars = bars(List.of(0L, 1L), Map.of(2, 1.0), hours);

    assertThat(bars.labels()).hasSize(25).extracting(Label::text).containsOnlyOnce("1", "23");
    assertThat(bars.usual()).hasSize(2);
  }
}
