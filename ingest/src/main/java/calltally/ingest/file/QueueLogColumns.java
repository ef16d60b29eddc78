package calltally.ingest.file;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The positions of a queue log's columns.
 *
 * @param places of time, call, queue, agent and event, in that order
 * @param parameters places of the event's parameters, in order
 */
record QueueLogColumns(List<Integer> places, List<Integer> parameters) {

  /** The number of required columns: time, call, queue, agent and event. */
  static final int LEAST = 5;

  private static final int MOST_PARAMETERS = 10;

  /** The columns of the file that Asterisk writes. */
  static final QueueLogColumns OF_ASTERISK =
      new QueueLogColumns(range(0, LEAST), range(LEAST, LEAST + MOST_PARAMETERS));

  /** Names that a heading may use; only letters and digits count, in any case. */
  private static final List<List<String>> NAMES =
      List.of(
          List.of("time", "timestamp", "epoch", "date", "datetime", "eventtime", "created"),
          List.of("callid", "uniqueid", "call", "calluniqueid"),
          List.of("queuename", "queue"),
          List.of("agent", "member", "membername", "channel", "agentname"),
          List.of("event", "eventtype", "verb", "action"));

  private static final String PARAMETER = "(data|arg|param|parameter|eventdata)\\d*";

  static boolean areNamedBy(List<String> heading) {
    return NAMES.stream().allMatch(names -> place(names, heading).isPresent());
  }

  /** The columns of a heading that names them all. */
  static QueueLogColumns namedBy(List<String> heading) {
    return new QueueLogColumns(
        NAMES.stream().map(names -> place(names, heading).orElseThrow()).toList(),
        IntStream.range(0, heading.size())
            .boxed()
            .filter(index -> plain(heading.get(index)).matches(PARAMETER))
            .toList());
  }

  /** The cells of time, call, queue, agent and event. */
  List<String> of(List<String> cells) {
    return places.stream().map(place -> cell(place, cells)).toList();
  }

  /** The parameters in a line; one cell may hold several, separated by pipes. */
  List<String> parametersOf(List<String> cells) {
    return parameters.stream()
        .map(place -> cell(place, cells))
        .flatMap(cell -> Stream.of(cell.split("\\|", -1)))
        .map(String::strip)
        .toList();
  }

  private static String cell(int place, List<String> cells) {
    return place < cells.size() ? cells.get(place) : "";
  }

  private static Optional<Integer> place(List<String> names, List<String> heading) {
    return IntStream.range(0, heading.size())
        .boxed()
        .filter(index -> names.contains(plain(heading.get(index))))
        .findFirst();
  }

  private static String plain(String name) {
    return name.replaceAll("[^a-z0-9]", "");
  }

  private static List<Integer> range(int from, int until) {
    return IntStream.range(from, until).boxed().toList();
  }
}
