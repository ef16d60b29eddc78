package calltally.ingest.file;

import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How a program lists finished calls.
 *
 * @param columns the names that a column may have, the best first
 * @param words the words of its cells; only letters and digits count
 * @param own numbers of the company: calls from them are outgoing
 * @param needsAnswerer whether an incoming call was answered only if its row names who answered
 * @param zone of its times; null for the source's
 */
public record CallListColumns(
    Map<CallColumn, List<String>> columns,
    Map<CallWord, Set<String>> words,
    Set<String> own,
    boolean needsAnswerer,
    @Nullable ZoneId zone) {

  private static final Pattern PUNCTUATION = Pattern.compile("[^\\p{L}\\p{N}]");
  private static final Set<CallColumn> RESULTS =
      Set.of(CallColumn.STATUS, CallColumn.TALK, CallColumn.ANSWER, CallColumn.DURATION);

  public CallListColumns {
    columns =
        columns.entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> plain(entry.getValue())));
    words =
        words.entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    Map.Entry::getKey, entry -> Set.copyOf(plain(entry.getValue()))));
    own = Set.copyOf(own);
  }

  /** Of several, the one that knows most columns of the heading; empty where none fits. */
  static Optional<CallListColumns> best(List<CallListColumns> known, Heading heading) {
    CallListColumns best = null;
    for (CallListColumns columns : known) {
      if (columns.areNamedBy(heading)
          && (best == null || columns.known(heading) > best.known(heading))) {
        best = columns;
      }
    }
    return Optional.ofNullable(best);
  }

  private boolean areNamedBy(Heading heading) {
    return Stream.of(CallColumn.START, CallColumn.FROM, CallColumn.TO)
            .allMatch(column -> isNamedBy(heading, column))
        && RESULTS.stream().anyMatch(column -> isNamedBy(heading, column));
  }

  /** What is missing from a heading; of the results any would do, and the status stands for all. */
  List<CallColumn> missing(Heading heading) {
    Stream<CallColumn> results =
        RESULTS.stream().anyMatch(column -> isNamedBy(heading, column))
            ? Stream.of()
            : Stream.of(CallColumn.STATUS, CallColumn.TALK)
                .filter(column -> !names(column).isEmpty());
    return Stream.concat(
            Stream.of(CallColumn.START, CallColumn.FROM, CallColumn.TO)
                .filter(column -> !isNamedBy(heading, column)),
            results)
        .toList();
  }

  private long known(Heading heading) {
    return columns.keySet().stream().filter(column -> isNamedBy(heading, column)).count();
  }

  boolean isNamedBy(Heading heading, CallColumn column) {
    return !heading.places(names(column)).isEmpty();
  }

  List<String> names(CallColumn column) {
    return columns.getOrDefault(column, List.of());
  }

  boolean means(CallWord word, String cell) {
    return words.getOrDefault(word, Set.of()).contains(plain(cell));
  }

  private static List<String> plain(Collection<String> texts) {
    return texts.stream().map(CallListColumns::plain).toList();
  }

  private static String plain(String text) {
    return PUNCTUATION.matcher(text.toLowerCase(Locale.ROOT)).replaceAll("");
  }
}
