package calltally.reporting.call.fold;

import static java.util.Comparator.comparing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds when a call engages whose phone: the list of section 7 of the definitions. */
final class Engagements {

  private static final Comparator<Engagement> ORDER =
      comparing(Engagement::manager).thenComparing(Engagement::from);

  private final List<Engagement> found = new ArrayList<>();

  /** Adds every ring but busy ones: the phone that is rung is engaged. */
  void addRings(List<Attempt> attempts) {
    for (Attempt attempt : attempts) {
      if (attempt.outcome() != AttemptOutcome.BUSY) {
        add(attempt.ring().manager(), attempt.ring().start(), attempt.ring().end());
      }
    }
  }

  /** Adds the talk shares of a call whose talk is known. */
  void addTalk(List<TalkTurn> turns, @Nullable Instant endedAt) {
    for (int i = 0; i < turns.size(); i++) {
      TalkTurn turn = turns.get(i);
      add(turn.manager(), turn.from(), i + 1 < turns.size() ? turns.get(i + 1).from() : endedAt);
    }
  }

  void add(@Nullable String manager, @Nullable Instant from, @Nullable Instant until) {
    if (manager != null && from != null && until != null) {
      Engagement engagement = new Engagement(manager, from, until);
      if (engagement.isPossible()) {
        found.add(engagement);
      }
    }
  }

  /** All of them; those of one manager that touch are one, unless that were too long. */
  List<Engagement> joined() {
    if (found.size() < 2) {
      return List.copyOf(found);
    }
    found.sort(ORDER);
    List<Engagement> joined = new ArrayList<>(found.size());
    for (Engagement next : found) {
      int last = joined.size() - 1;
      if (last >= 0 && joined.get(last).meets(next) && joined.get(last).with(next).isPossible()) {
        joined.set(last, joined.get(last).with(next));
      } else {
        joined.add(next);
      }
    }
    return joined;
  }
}
