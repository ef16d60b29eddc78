package calltally.app.check;

import calltally.app.terminal.WrappedText;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * What a check found, in one line.
 *
 * @param subject what was looked at
 * @param sentence how it is
 * @param advice what to do; empty when there is nothing to do
 */
public record CheckResult(CheckStatus status, String subject, String sentence, String advice) {

  /** Below it nothing would be left beside status and subject. */
  private static final int NARROWEST = 50;

  public CheckResult {
    sentence = oneLine(sentence);
    advice = oneLine(advice);
  }

  static CheckResult ok(String subject, String sentence) {
    return new CheckResult(CheckStatus.OK, subject, sentence, "");
  }

  static CheckResult warning(String subject, String sentence, String advice) {
    return new CheckResult(CheckStatus.WARNING, subject, sentence, advice);
  }

  static CheckResult failed(String subject, String sentence, String advice) {
    return new CheckResult(CheckStatus.FAILED, subject, sentence, advice);
  }

  /** The check itself could not be made. */
  public static CheckResult unknown(String subject, String sentence) {
    return failed(subject, "it could not be looked at: " + sentence, "");
  }

  /** Status, subject, sentence and advice, each at the same place in all lines. */
  public String line() {
    return heading() + words();
  }

  /**
   * The same for reading, broken between words, with status and subject beside them.
   *
   * @param width characters in a line of the terminal; empty when lines may have any length
   */
  public List<String> lines(OptionalInt width) {
    if (width.isEmpty() || width.getAsInt() < NARROWEST) {
      return List.of(line());
    }
    String heading = heading();
    List<String> words = new WrappedText(words()).lines(width.getAsInt() - heading.length());
    return IntStream.range(0, words.size())
        .mapToObj(i -> (i == 0 ? heading : " ".repeat(heading.length())) + words.get(i))
        .toList();
  }

  private String heading() {
    return "%-9s%-15s".formatted(status.word(), subject);
  }

  private String words() {
    return advice.isEmpty() ? sentence : sentence.replaceFirst("\\.$", "") + "; " + advice;
  }

  /** What others say, such as a server in its greeting, must not steer the terminal. */
  private static String oneLine(String text) {
    return text.replaceAll("[\\p{Cc}\\p{Cf}]+", " ").strip();
  }
}
