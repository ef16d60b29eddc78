package calltally.app.demo.dialect;

import static java.util.Comparator.comparing;

import calltally.app.demo.exchange.GroundTruth;
import calltally.app.demo.exchange.SimulatedCall;
import calltally.app.demo.exchange.SimulatedWeek;
import java.util.ArrayList;
import java.util.List;

/**
 * A simulated week in the words of an exchange.
 *
 * @param messages in the order of sending
 * @param truth of the calls that it reports, by its clock; notifications are not counted
 */
public record SpokenWeek(Dialect dialect, List<DialectMessage> messages, GroundTruth truth) {

  public SpokenWeek {
    messages = List.copyOf(messages);
  }

  /** What the exchange sends of the week's calls. */
  public static SpokenWeek of(SimulatedWeek week, Dialect dialect) {
    PhoneBook phones = PhoneBook.of(week.company());
    List<SimulatedCall> calls = new ArrayList<>();
    List<DialectMessage> messages = new ArrayList<>();
    for (SimulatedCall each : week.truth().calls()) {
      SimulatedCall call = each.truncatedTo(dialect.precision());
      List<DialectMessage> sent = dialect.messages(call, phones);
      messages.addAll(sent);
      if (!sent.isEmpty()) {
        calls.add(call);
      }
    }
    messages.sort(comparing(DialectMessage::at));
    return new SpokenWeek(dialect, messages, GroundTruth.of(week.company(), week.monday(), calls));
  }
}
