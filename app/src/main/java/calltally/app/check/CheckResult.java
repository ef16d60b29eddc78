package calltally.app.check;

import calltally.app.terminal.Message;
import calltally.app.terminal.Texts;
import calltally.app.terminal.WrappedText;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * What a check found, in one line.
 *
 * @param subject what was checked
 * @param finding how it is
 * @param advice what to do; {@link Message#NONE} when there is nothing to do
 */
public record CheckResult(
    CheckStatus status, CheckSubject subject, Message finding, Message advice) {

  /** Below it nothing would be left next to status and subject. */
  private static final int NARROWEST = 50;

  static CheckResult ok(CheckSubject subject, Message finding) {
    return new CheckResult(CheckStatus.OK, subject, finding, Message.NONE);
  }

  static CheckResult warning(CheckSubject subject, Message finding, Message advice) {
    return new CheckResult(CheckStatus.WARNING, subject, finding, advice);
  }

  static CheckResult failed(CheckSubject subject, Message finding, Message advice) {
    return new CheckResult(CheckStatus.FAILED, subject, finding, advice);
  }

  /** The check itself failed. */
  static CheckResult unknown(CheckSubject subject, RuntimeException error) {
    return failed(subject, Message.of("check.unknown", error), Message.NONE);
  }

  /** Status, subject, finding and advice, each at the same place in all lines. */
  public String line(Texts texts) {
    return heading(texts) + words(texts);
  }

  /**
   * The same for reading, broken between words, with status and subject on the left.
   *
   * @param width characters in a line of the terminal; empty when lines may have any length
   */
  public List<String> lines(Texts texts, OptionalInt width) {
    if (width.isEmpty() || width.getAsInt() < NARROWEST) {
      return List.of(line(texts));
    }
    String heading = heading(texts);
    List<String> words = new WrappedText(words(texts)).lines(width.getAsInt() - heading.length());
    return IntStream.range(0, words.size())
        .mapToObj(i -> (i == 0 ? heading : " ".repeat(heading.length())) + words.get(i))
        .toList();
  }

  private String heading(Texts texts) {
    return "%-9s%-15s".formatted(texts.text(status.word()), texts.text(subject.word()));
  }

  /** The finding and the advice. */
  String words(Texts texts) {
    String found = sentence(texts);
    String next = oneLine(texts.text(advice));
    return next.isEmpty() ? found : found.replaceFirst("\\.$", "") + "; " + next;
  }

  /** The finding in words. */
  String sentence(Texts texts) {
    return oneLine(texts.text(finding));
  }

  /** What others say, such as a server in its greeting, must not steer the terminal. */
  private static String oneLine(String text) {
    return text.replaceAll("[\\p{Cc}\\p{Cf}]+", " ").strip();
  }
}
