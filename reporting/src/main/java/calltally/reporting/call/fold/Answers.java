package calltally.reporting.call.fold;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Finds out whose the answers of a call are. Some name only the dialled line, or nobody: they give
 * the time, and the rings say who.
 */
final class Answers {

  private final RingsOfManagers ofManagers;
  private final RingingPhones ringing;
  private final DirectoryOnDate directory;
  private final @Nullable String line;
  private final boolean othersRang;

  private Answers(List<Ring> rings, @Nullable String line, DirectoryOnDate directory) {
    this.ofManagers = new RingsOfManagers(rings);
    this.ringing = new RingingPhones(rings);
    this.directory = directory;
    this.line = line;
    this.othersRang = rings.stream().anyMatch(ring -> !Objects.equals(line, ring.number()));
  }

  /**
   * The answers, in the order of time.
   *
   * @param line the dialled number; null when unknown
   */
  static List<Answer> of(
      CallNotifications notifications,
      List<Ring> rings,
      @Nullable String line,
      DirectoryOnDate directory) {
    Answers answers = new Answers(rings, line, directory);
    List<Answer> ordered = new ArrayList<>();
    for (CallNotification next : notifications.at(CallPhase.ANSWER)) {
      ordered.add(answers.next(next));
    }
    return ordered;
  }

  private Answer next(CallNotification notification) {
    String receiver = notification.receiver();
    Answer answer =
        receiver == null || (othersRang && isOnlyLine(receiver))
            ? onlyTimed(notification.time())
            : by(receiver, notification.time());
    if (answer.ring() != null) {
      ringing.pickUp(answer.ring());
    }
    return answer;
  }

  private boolean isOnlyLine(String receiver) {
    return receiver.equals(line) && !directory.isManager(receiver);
  }

  private Answer by(String receiver, Instant at) {
    String manager = directory.managerName(receiver);
    return new Answer(at, receiver, manager, ofManagers.latestOf(manager, at));
  }

  private Answer onlyTimed(Instant at) {
    Ring ring = ringing.answeredAt(at);
    return ring == null
        ? new Answer(at, null, null, null)
        : new Answer(at, ring.number(), ring.manager(), ring);
  }
}
