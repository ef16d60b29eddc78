package calltally.ingest.file;

import calltally.ingest.file.table.TableCell;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Parameters in columns of their own, or in one column, separated by pipes.
 *
 * @param numbered places of data1, data2…, in the order of their numbers
 * @param whole places of columns without a number, which older versions of Asterisk fill
 */
record DataColumns(List<Integer> numbered, List<Integer> whole) implements QueueParameters {

  private static final String NAME = "(?:data|arg|param|parameter|eventdata|info|qdata)";
  private static final Pattern NUMBERED = Pattern.compile(NAME + "\\d{1,3}");
  private static final Pattern WHOLE = Pattern.compile(NAME);
  private static final Pattern LETTERS = Pattern.compile("\\D+");

  static DataColumns namedBy(Heading heading) {
    Comparator<Integer> byNumber = Comparator.comparingInt(place -> number(heading, place));
    return new DataColumns(
        places(heading, NUMBERED).sorted(byNumber).toList(), places(heading, WHOLE).toList());
  }

  /** What is in the numbered columns, unless all of them are empty. */
  @Override
  public List<String> of(String event, List<String> cells) {
    List<String> values = values(numbered, cells);
    return values.stream().allMatch(String::isEmpty) && !whole.isEmpty()
        ? values(whole, cells)
        : values;
  }

  private static List<String> values(List<Integer> places, List<String> cells) {
    return places.stream()
        .map(place -> QueueLogColumns.cell(place, cells))
        .flatMap(cell -> Stream.of(cell.split("\\|", -1)))
        .map(cell -> TableCell.value(cell.strip()))
        .toList();
  }

  private static Stream<Integer> places(Heading heading, Pattern names) {
    return IntStream.range(0, heading.names().size())
        .boxed()
        .filter(place -> names.matcher(heading.plain(place)).matches());
  }

  private static int number(Heading heading, int place) {
    return Integer.parseInt(LETTERS.matcher(heading.plain(place)).replaceAll(""));
  }
}
