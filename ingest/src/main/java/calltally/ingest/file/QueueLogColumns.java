package calltally.ingest.file;

import calltally.ingest.file.table.TableCell;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The positions of a queue log's columns.
 *
 * @param times places that may hold the time, the best first
 * @param places of call, queue, agent and event, in that order
 * @param width number of the heading's columns, or the most there may be
 */
record QueueLogColumns(
    List<Integer> times, List<Integer> places, QueueParameters parameters, int width) {

  /** The number of required columns: time, call, queue, agent and event. */
  static final int LEAST = 5;

  private static final int MOST_PARAMETERS = 10;

  /** The columns of the file that Asterisk writes. */
  static final QueueLogColumns OF_ASTERISK =
      new QueueLogColumns(
          List.of(0),
          range(1, LEAST),
          new DataColumns(range(LEAST, LEAST + MOST_PARAMETERS), List.of()),
          Integer.MAX_VALUE);

  /** Many tables have one for the event and another for when the row was written. */
  private static final List<String> TIMES =
      List.of(
          "epoch",
          "unixtime",
          "timeid",
          "datetime",
          "time",
          "eventtime",
          "eventdate",
          "calldate",
          "timestamp",
          "date",
          "created",
          "createdat");

  private static final List<List<String>> NAMES =
      List.of(
          List.of("callid", "uniqueid", "call", "calluniqueid", "linkedid"),
          List.of("queuename", "queue", "qname"),
          List.of("agent", "member", "membername", "channel", "agentname", "qagent", "interface"),
          List.of("event", "eventtype", "verb", "action", "qevent"));

  static boolean areNamedBy(Heading heading) {
    return !heading.places(TIMES).isEmpty() && places(heading).size() == NAMES.size();
  }

  /** The columns of a heading that names them all. */
  static QueueLogColumns namedBy(Heading heading) {
    return new QueueLogColumns(
        heading.places(TIMES),
        places(heading),
        PbxwareColumns.areNamedBy(heading)
            ? PbxwareColumns.namedBy(heading)
            : DataColumns.namedBy(heading),
        heading.names().size());
  }

  private static List<Integer> places(Heading heading) {
    List<Integer> places = new ArrayList<>();
    for (List<String> names : NAMES) {
      heading.places(names).stream().findFirst().ifPresent(places::add);
    }
    if (places.size() == NAMES.size() - 1 && PbxwareColumns.areNamedBy(heading)) {
      heading.places(List.of("type")).stream().findFirst().ifPresent(agent -> places.add(2, agent));
    }
    return List.copyOf(places);
  }

  /** The first known time of a row; of a time of day alone, with the date in another column. */
  String time(List<String> cells) {
    return JoinedTime.of(times.stream().map(place -> cell(place, cells)).toList());
  }

  String call(List<String> cells) {
    return cell(places.get(0), cells);
  }

  String queue(List<String> cells) {
    return TableCell.value(cell(places.get(1), cells));
  }

  String agent(List<String> cells) {
    return TableCell.value(cell(places.get(2), cells));
  }

  String event(List<String> cells) {
    return cell(places.get(3), cells);
  }

  static String cell(int place, List<String> cells) {
    return place < cells.size() ? cells.get(place) : "";
  }

  private static List<Integer> range(int from, int until) {
    return IntStream.range(from, until).boxed().toList();
  }
}
