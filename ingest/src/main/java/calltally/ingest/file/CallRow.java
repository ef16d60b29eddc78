package calltally.ingest.file;

import calltally.ingest.file.table.TableCell;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A row of a list of finished calls: what its columns say. */
record CallRow(
    Heading heading, CallListColumns columns, CompanyNumbers company, List<String> cells) {

  private static final Pattern BETWEEN_PHONES = Pattern.compile("[;,|\\s]+");

  /** The first cell of a column's names that is not empty; empty for none. */
  String text(CallColumn column) {
    return all(column).stream().filter(cell -> !cell.isEmpty()).findFirst().orElse("");
  }

  String time(CallColumn column) {
    return JoinedTime.of(all(column));
  }

  String party(CallColumn column) {
    return CallParty.of(text(column));
  }

  @Nullable Duration length(CallColumn column) {
    return CallLength.parse(text(column));
  }

  boolean says(CallColumn column, CallWord word) {
    return columns.means(word, text(column));
  }

  /** Whether the number is known as the company's: as an extension, or by its directory. */
  boolean isOurs(CallColumn column) {
    String party = party(column);
    return CallParty.isExtension(party) || company.include(party);
  }

  /** Whether the word of the status has a meaning, if only in another column. */
  boolean isKnownStatus() {
    return Stream.of(CallWord.values()).anyMatch(word -> says(CallColumn.STATUS, word));
  }

  boolean hasUnreadableLength() {
    return Stream.of(CallColumn.DURATION, CallColumn.WAIT, CallColumn.TALK)
        .anyMatch(column -> !text(column).isEmpty() && length(column) == null);
  }

  /** The phones in a cell that names several. */
  List<String> phones(CallColumn column) {
    return Stream.of(BETWEEN_PHONES.split(text(column)))
        .map(CallParty::of)
        .filter(phone -> !phone.isEmpty())
        .toList();
  }

  boolean hasColumn(CallColumn column) {
    return columns.isNamedBy(heading, column);
  }

  private List<String> all(CallColumn column) {
    return heading.places(columns.names(column)).stream()
        .map(place -> TableCell.value(cells.get(place)))
        .toList();
  }
}
