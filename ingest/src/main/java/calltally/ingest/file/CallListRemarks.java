package calltally.ingest.file;

import calltally.ingest.file.line.FileNotice;
import calltally.ingest.file.line.SomeLines;
import calltally.ingest.file.line.WordsInLines;
import java.util.ArrayList;
import java.util.List;

/** What a list of finished calls leaves open, as far as it is read. */
final class CallListRemarks {

  private final SomeLines withoutDirection = new SomeLines();
  private final SomeLines withoutLength = new SomeLines();
  private final WordsInLines unknownWords = new WordsInLines();
  private final SomeLines missedForUnknownWord = new SomeLines();

  /** Notes what a row does not say, or not in a way that can be read. */
  void note(long line, CallRow row, boolean isAnswered) {
    if (!CallDirection.isTold(row)) {
      withoutDirection.add(line);
    }
    if (row.hasUnreadableLength()) {
      withoutLength.add(line);
    }
    String word = row.text(CallColumn.STATUS);
    if (!word.isEmpty() && !row.isKnownStatus()) {
      unknownWords.add(line, word);
      if (!isAnswered) {
        missedForUnknownWord.add(line);
      }
    }
  }

  /**
   * A notice for each kind.
   *
   * @param example how to say what the unknown words mean
   */
  List<FileNotice> notices(String example) {
    List<FileNotice> notices = new ArrayList<>();
    if (withoutDirection.count() > 0) {
      notices.add(FileNotice.of("calls_undirected", withoutDirection.named()));
    }
    if (withoutLength.count() > 0) {
      notices.add(FileNotice.of("calls_unmeasured", withoutLength.named()));
    }
    if (!unknownWords.isEmpty()) {
      notices.add(ofUnknownWords(example));
    }
    return notices;
  }

  private FileNotice ofUnknownWords(String example) {
    return missedForUnknownWord.count() > 0
        ? FileNotice.of(
            "calls_words_missed", unknownWords.named(), missedForUnknownWord.named(), example)
        : FileNotice.of("calls_words", unknownWords.named(), example);
  }
}
