package calltally.app.demo.exchange;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A manager's part of the talk of an incoming call. */
record SimulatedTalk(String manager, Instant from, Instant until) {

  /** The parts of a call with these rings: each pick-up ends the part before. */
  static List<SimulatedTalk> of(List<SimulatedRing> rings, Instant endedAt) {
    List<SimulatedRing> answers = rings.stream().filter(SimulatedRing::isAnswered).toList();
    List<SimulatedTalk> talks = new ArrayList<>();
    for (int i = 0; i < answers.size(); i++) {
      Instant until = i + 1 < answers.size() ? answers.get(i + 1).to() : endedAt;
      talks.add(new SimulatedTalk(answers.get(i).manager(), answers.get(i).to(), until));
    }
    return talks;
  }

  Duration length() {
    return Duration.between(from, until);
  }
}
