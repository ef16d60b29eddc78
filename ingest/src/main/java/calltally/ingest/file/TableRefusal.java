package calltally.ingest.file;

import calltally.ingest.file.line.FileLine;
import calltally.ingest.file.table.TableText;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Says why a file is no table that can be read.
 *
 * @param texts the ways to split its lines into cells that were tried
 */
record TableRefusal(List<FileLine> first, FileReading reading, List<TableText> texts) {

  private static final int LEAST_NAMES = 3;
  private static final int NAMES_SHOWN = 6;
  private static final Pattern NAME = Pattern.compile("[\\p{L}_][^\\d@]{0,29}");

  UnknownFileFormat exception() {
    if (reading.format() == FileFormat.CALLS) {
      return ListRefusal.of(reading.lists(), headings(first.get(0)));
    }
    if (first.stream().flatMap(this::headings).anyMatch(TableRefusal::hasEvent)) {
      return new UnknownFileFormat("columns");
    }
    if (reading.format() == FileFormat.CSV) {
      return new UnknownFileFormat("heading");
    }
    return headings(first.get(0))
        .flatMap(heading -> shown(heading).stream())
        .findFirst()
        .map(unknown -> new UnknownFileFormat("names", unknown))
        .orElseGet(() -> new UnknownFileFormat("format"));
  }

  private Stream<Heading> headings(FileLine line) {
    return texts.stream().map(text -> Heading.of(line, text));
  }

  private static boolean hasEvent(Heading heading) {
    return heading.hasAnyOf(List.of("event"));
  }

  /** What looks like the names of columns; a line of data, with somebody's number, does not. */
  private static Optional<String> shown(Heading heading) {
    List<String> names = heading.names();
    boolean areNames =
        names.size() >= LEAST_NAMES
            && names.stream().allMatch(name -> NAME.matcher(name).matches());
    String shown = names.stream().limit(NAMES_SHOWN).collect(Collectors.joining(", "));
    return areNames
        ? Optional.of(names.size() > NAMES_SHOWN ? shown + ", …" : shown)
        : Optional.empty();
  }
}
