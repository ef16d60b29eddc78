package calltally.ingest.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class FairQueueTest {

  private static final Bounds BATCH = new Bounds(5, 100);

  private final FairQueue<Row> queue = new FairQueue<>(new Bounds(10, 1000));

  @Test
  void a_row_overtakes_all_that_other_sources_sent_before() throws Exception {
    add("long", 100, 100, 100, 100);
    add("short", 1);

    assertThat(queue.take(BATCH)).containsExactly(new Row("long", 0, 100));
    assertThat(queue.take(BATCH)).containsExactly(new Row("short", 0, 1));
    assertThat(queue.take(BATCH)).containsExactly(new Row("long", 1, 100));
  }

  @Test
  void a_batch_takes_equally_much_of_each_source() throws Exception {
    add("long", 30, 30, 30);
    add("short", 10, 10, 10, 10, 10);

    assertThat(queue.take(BATCH))
        .containsExactly(
            new Row("long", 0, 30),
            new Row("short", 0, 10),
            new Row("short", 1, 10),
            new Row("short", 2, 10),
            new Row("long", 1, 30));
  }

  @Test
  void a_short_row_fills_what_a_long_one_leaves() throws Exception {
    add("long", 90, 90);
    add("short", 5, 5);

    assertThat(queue.take(BATCH))
        .containsExactly(new Row("long", 0, 90), new Row("short", 0, 5), new Row("short", 1, 5));
  }

  @Test
  void a_source_alone_gets_whole_batches_in_order() throws Exception {
    add("only", 30, 30, 30, 30, 500, 1, 1, 1, 1, 1);

    assertThat(numbers(queue.take(BATCH))).containsExactly(0, 1, 2);
    assertThat(numbers(queue.take(BATCH))).containsExactly(3);
    assertThat(numbers(queue.take(BATCH))).containsExactly(4);
    assertThat(numbers(queue.take(BATCH))).containsExactly(5, 6, 7, 8, 9);
    assertThat(queue.isEmpty()).isTrue();
  }

  @Test
  void the_newest_row_of_the_largest_source_makes_room() {
    add("long", 400, 400);
    add("short", 100);

    assertThat(queue.add(new Row("short", 1, 150))).containsExactly(new Row("long", 1, 400));
    assertThat(queue.add(new Row("long", 2, 400))).containsExactly(new Row("long", 2, 400));
    assertThat(queue.add(new Row("other", 0, 1001))).containsExactly(new Row("other", 0, 1001));
  }

  @Test
  void the_source_with_most_rows_makes_room_for_one() {
    add("many", 1, 1, 1, 1, 1, 1, 1, 1, 1);
    add("few", 500);

    assertThat(queue.add(new Row("few", 1, 1))).containsExactly(new Row("many", 8, 1));
    assertThat(queue.add(new Row("many", 9, 1))).containsExactly(new Row("many", 9, 1));
  }

  @Test
  void a_withdrawn_row_is_not_taken_and_leaves_room() throws Exception {
    add("one", 400, 600);
    queue.withdraw(new Row("one", 1, 600));

    assertThat(queue.add(new Row("two", 0, 600))).isEmpty();
    assertThat(queue.take(new Bounds(10, 1000))).hasSize(2);
  }

  @Test
  void a_closed_queue_accepts_nothing_and_ends_when_it_is_empty() throws Exception {
    add("one", 1);
    queue.close();

    assertThat(queue.add(new Row("one", 1, 1))).containsExactly(new Row("one", 1, 1));
    assertThat(queue.take(BATCH)).hasSize(1);
    assertThat(queue.take(BATCH)).isEmpty();
  }

  private void add(String source, int... lengths) {
    IntStream.range(0, lengths.length)
        .forEach(
            number -> assertThat(queue.add(new Row(source, number, lengths[number]))).isEmpty());
  }

  private static List<Integer> numbers(List<Row> rows) {
    return rows.stream().map(Row::number).toList();
  }

  private record Row(String source, int number, int length) implements QueuedRow {}
}
