package calltally.ingest.file;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a list of finished calls leaves open, as far as it is read. */
final class CallListRemarks {

  private static final int WORDS_NAMED = 5;
  private static final int LONGEST_WORD = 40;

  private final SomeLines withoutDirection = new SomeLines();
  private final SomeLines withoutLength = new SomeLines();
  private final Map<String, Long> unknownWords = new LinkedHashMap<>();

  /** Notes what a row does not say, or not in a way that can be read. */
  void note(long line, CallRow row) {
    if (!CallDirection.isTold(row)) {
      withoutDirection.add(line);
    }
    if (row.hasUnreadableLength()) {
      withoutLength.add(line);
    }
    String word = row.text(CallColumn.STATUS);
    if (!word.isEmpty() && !row.isKnownStatus() && word.length() <= LONGEST_WORD) {
      unknownWords.merge(word, 1L, Long::sum);
    }
  }

  List<FileNotice> notices() {
    List<FileNotice> notices = new ArrayList<>();
    if (withoutDirection.count() > 0) {
      notices.add(
          FileNotice.of("calls_undirected", withoutDirection.count(), withoutDirection.numbers()));
    }
    if (withoutLength.count() > 0) {
      notices.add(
          FileNotice.of("calls_unmeasured", withoutLength.count(), withoutLength.numbers()));
    }
    if (!unknownWords.isEmpty()) {
      notices.add(FileNotice.of("calls_words", words()));
    }
    return notices;
  }

  private String words() {
    String named =
        unknownWords.entrySet().stream()
            .limit(WORDS_NAMED)
            .map(word -> word.getKey() + " (" + word.getValue() + ")")
            .collect(Collectors.joining(", "));
    return unknownWords.size() > WORDS_NAMED ? named + ", …" : named;
  }
}
