package calltally.reporting.call.fold;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;

/** The searches by time against the definition, which compares an answer with every ring. */
final class RingsOfAnswersTest {

  private static final Instant START = Instant.parse("2026-11-20T06:00:00Z");

  @Property(tries = 300)
  void an_answer_finds_the_ring_that_comparing_all_of_them_finds(@ForAll Random random) {
    List<Ring> rings = rings(random);
    RingsOfManagers ofManagers = new RingsOfManagers(rings);
    RingingPhones ringing = new RingingPhones(rings);
    List<Ring> left = new ArrayList<>(rings);

    for (int second = 0; second < 30; second++) {
      Instant answer = START.plusSeconds(second);
      Ring found = ringing.answeredAt(answer);
      assertThat(found).isEqualTo(answeredAt(left, answer));
      assertThat(ofManagers.latestOf("Anna", answer)).isEqualTo(latestOf(rings, "Anna", answer));
      if (found != null && random.nextBoolean()) {
        ringing.pickUp(found);
        left.remove(found);
      }
    }
  }

  private static List<Ring> rings(Random random) {
    List<Ring> rings = new ArrayList<>();
    for (int i = random.nextInt(8); i > 0; i--) {
      Instant start = START.plusSeconds(3L * i + random.nextInt(3));
      Instant end = random.nextInt(4) == 0 ? null : start.plusSeconds(random.nextInt(9));
      String status = end == null || random.nextBoolean() ? null : "answer";
      String manager = random.nextBoolean() ? "Anna" : "Boris";
      rings.add(
          new Ring(manager, manager, random.nextInt(9) == 0 ? null : start, end, status, false));
    }
    return rings;
  }

  private static @Nullable Ring answeredAt(List<Ring> rings, Instant answer) {
    List<Ring> ringing = rings.stream().filter(ring -> ring.rangAt(answer)).toList();
    List<Ring> saying = ringing.stream().filter(Ring::saysAnswer).toList();
    if (saying.size() == 1) {
      return saying.get(0);
    }
    return ringing.size() == 1 ? ringing.get(0) : null;
  }

  private static @Nullable Ring latestOf(List<Ring> rings, String manager, Instant answer) {
    return rings.stream()
        .filter(ring -> manager.equals(ring.manager()) && ring.startedBy(answer))
        .max(Comparator.comparing(Ring::start))
        .filter(ring -> ring.notEndedBefore(answer))
        .orElse(null);
  }
}
