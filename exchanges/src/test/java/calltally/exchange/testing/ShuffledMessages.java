package calltally.exchange.testing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Messages in other orders, one of them twice, as networks and retries deliver them. */
public final class ShuffledMessages {

  private static final int ORDERS = 500;

  private ShuffledMessages() {}

  /** Five hundred orders, the same in each run. */
  public static List<List<String>> of(List<String> messages) {
    Random random = new Random(20_261_120);
    return IntStream.range(0, ORDERS).mapToObj(order -> shuffled(messages, random)).toList();
  }

  private static List<String> shuffled(List<String> messages, Random random) {
    List<String> shuffled = new ArrayList<>(messages);
    shuffled.add(messages.get(random.nextInt(messages.size())));
    Collections.shuffle(shuffled, random);
    return shuffled;
  }
}
