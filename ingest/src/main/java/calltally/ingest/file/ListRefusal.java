package calltally.ingest.file;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says which columns a heading lacks for a list of finished calls. */
final class ListRefusal {

  private static final int NAMES_SHOWN = 3;

  private ListRefusal() {}

  /** Names what is missing from the way of listing that comes nearest. */
  static UnknownFileFormat of(List<CallListColumns> lists, Stream<Heading> headings) {
    List<Heading> all = headings.toList();
    String missing =
        lists.stream()
            .flatMap(list -> all.stream().map(heading -> missing(list, heading)))
            .min(Comparator.comparingInt(List::size))
            .orElse(List.of())
            .stream()
            .collect(Collectors.joining("; "));
    return new UnknownFileFormat("calls", missing);
  }

  private static List<String> missing(CallListColumns list, Heading heading) {
    return list.missing(heading).stream()
        .map(
            column ->
                column.key()
                    + list.names(column).stream()
                        .limit(NAMES_SHOWN)
                        .collect(Collectors.joining(", ", " (", ")")))
        .toList();
  }
}
