package calltally.reporting.call.fold;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The part of an answered incoming call in which one manager talks: from an answer that is theirs
 * to the next answer of another one. A transfer begins a new one.
 *
 * @param from null when the time of the answer is unknown
 * @param ring the ring that the answer belongs to; null when none fits
 */
record TalkTurn(String manager, @Nullable Instant from, @Nullable Ring ring) {

  /**
   * The turns of an answered call, in order. While it is not known whose an answer is, the turn
   * before goes on. Answers after the call's end begin none.
   *
   * @param manager of the call, whose turn is the first; null when unknown
   * @return none when no manager is known
   */
  static List<TalkTurn> of(
      List<Answer> answers, @Nullable String manager, @Nullable Instant endedAt) {
    if (manager == null) {
      return List.of();
    }
    if (answers.isEmpty()) {
      return List.of(new TalkTurn(manager, null, null));
    }
    Answer first = answers.get(0);
    List<TalkTurn> turns = new ArrayList<>(1);
    TalkTurn last =
        new TalkTurn(manager, first.at(), first.manager() == null ? null : first.ring());
    turns.add(last);
    for (Answer answer : answers.subList(1, answers.size())) {
      String next = answer.manager();
      if (next != null && !next.equals(last.manager()) && !isAfter(answer, endedAt)) {
        last = new TalkTurn(next, answer.at(), answer.ring());
        turns.add(last);
      }
    }
    return turns;
  }

  private static boolean isAfter(Answer answer, @Nullable Instant endedAt) {
    return endedAt != null && answer.at().isAfter(endedAt);
  }
}
