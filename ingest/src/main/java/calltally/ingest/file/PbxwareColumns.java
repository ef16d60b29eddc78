package calltally.ingest.file;

import calltally.ingest.file.table.TableCell;
import java.util.List;

/**
 * Parameters of PBXware, which has times in columns of their own: {@code htime} is how long the
 * caller waited, or how long the phone rang in milliseconds; {@code ttime} is the talk.
 *
 * @param places of param1, param2, param3, entpos, expos, htime and ttime; -1 without one
 */
record PbxwareColumns(List<Integer> places) implements QueueParameters {

  private static final List<String> NAMES =
      List.of("param1", "param2", "param3", "entpos", "expos", "htime", "ttime");

  static boolean areNamedBy(Heading heading) {
    return heading.places(List.of("htime")).size() == 1
        && heading.places(List.of("ttime")).size() == 1;
  }

  static PbxwareColumns namedBy(Heading heading) {
    return new PbxwareColumns(
        NAMES.stream()
            .map(name -> heading.places(List.of(name)).stream().findFirst().orElse(-1))
            .toList());
  }

  @Override
  public List<String> of(String event, List<String> cells) {
    return switch (event) {
      case "ENTERQUEUE" -> List.of("", value("param1", cells), value("entpos", cells));
      case "RINGNOANSWER", "RINGCANCELED" -> List.of(value("htime", cells));
      case "CONNECT" ->
          List.of(value("htime", cells), value("param2", cells), value("param3", cells));
      case "COMPLETEAGENT", "COMPLETECALLER", "OUTCOMPLETEAGENT", "OUTCOMPLETECALLER" ->
          List.of(value("htime", cells), value("ttime", cells), value("entpos", cells));
      case "TRANSFER", "BLINDTRANSFER", "ATTENDEDTRANSFER" ->
          List.of(
              value("param1", cells),
              value("param2", cells),
              value("htime", cells),
              value("ttime", cells));
      case "OUTANSWER" ->
          List.of(value("htime", cells), value("ttime", cells), value("param2", cells));
      default -> List.of(value("param1", cells), value("param2", cells), value("param3", cells));
    };
  }

  private String value(String name, List<String> cells) {
    int place = places.get(NAMES.indexOf(name));
    return place < 0 ? "" : TableCell.value(QueueLogColumns.cell(place, cells));
  }
}
