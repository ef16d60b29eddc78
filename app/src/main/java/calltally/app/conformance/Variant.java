package calltally.app.conformance;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * One way in which the requests of a scenario may arrive.
 *
 * @param source name of the source that receives them, and its token
 * @param order indices of the requests
 * @param lost index of the request that is lost; negative when all arrive
 */
record Variant(Scenario scenario, String source, List<Integer> order, int lost) {

  /** Any: the orders are the same in each run. */
  private static final int SEED = 20_261_120;

  private static final String GIVEN = "-given";
  private static final int SHUFFLES = 3;

  /** In order, shuffled, repeated, and each request lost in turn. */
  static List<Variant> of(Scenario scenario) {
    List<Integer> given = IntStream.range(0, scenario.requests().size()).boxed().toList();
    List<Variant> variants = new ArrayList<>();
    variants.add(new Variant(scenario, scenario.name() + GIVEN, given, -1));
    List<Integer> doubled = given.stream().flatMap(i -> List.of(i, i).stream()).toList();
    variants.add(new Variant(scenario, scenario.name() + "-doubled", doubled, -1));
    variants.addAll(shuffled(scenario, given, doubled));
    for (int lost : given) {
      List<Integer> rest = given.stream().filter(i -> i != lost).toList();
      variants.add(new Variant(scenario, scenario.name() + "-without-" + (lost + 1), rest, lost));
    }
    return variants;
  }

  private static List<Variant> shuffled(
      Scenario scenario, List<Integer> given, List<Integer> doubled) {
    List<Variant> variants = new ArrayList<>();
    Random random = new Random(SEED);
    for (int i = 1; i <= SHUFFLES; i++) {
      List<Integer> shuffled = new ArrayList<>(i == SHUFFLES ? doubled : given);
      Collections.shuffle(shuffled, random);
      variants.add(
          new Variant(scenario, scenario.name() + "-shuffled-" + i, List.copyOf(shuffled), -1));
    }
    return variants;
  }

  boolean isAsGiven() {
    return source.equals(scenario.name() + GIVEN);
  }

  boolean isWhole() {
    return lost < 0;
  }
}
