package calltally.exchange.mango;

import calltally.exchange.mango.MangoCall.Sent;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The numbers of an entry, normalised: any message may withhold them. */
record MangoNumbers(List<Sent<MangoLegEvent>> events, @Nullable Sent<MangoSummary> summary) {

  /** The first number of a kind that the events have, else the summary's; null without any. */
  @Nullable String first(
      Function<MangoLegEvent, Optional<String>> ofEvent,
      Function<MangoSummary, Optional<String>> ofSummary) {
    for (Sent<MangoLegEvent> sent : events) {
      String number = sent.number(ofEvent.apply(sent.said()));
      if (number != null) {
        return number;
      }
    }
    return summary == null ? null : summary.number(ofSummary.apply(summary.said()));
  }
}
