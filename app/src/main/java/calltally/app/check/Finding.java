package calltally.app.check;

/**
 * What a check found, in one line.
 *
 * @param subject what was looked at
 * @param sentence how it is
 * @param advice what to do; empty when there is nothing to do
 */
public record Finding(Verdict verdict, String subject, String sentence, String advice) {

  public Finding {
    sentence = oneLine(sentence);
    advice = oneLine(advice);
  }

  static Finding ok(String subject, String sentence) {
    return new Finding(Verdict.OK, subject, sentence, "");
  }

  static Finding warning(String subject, String sentence, String advice) {
    return new Finding(Verdict.WARNING, subject, sentence, advice);
  }

  static Finding failed(String subject, String sentence, String advice) {
    return new Finding(Verdict.FAILED, subject, sentence, advice);
  }

  /** The check itself could not be made. */
  public static Finding unknown(String subject, String sentence) {
    return failed(subject, "it could not be looked at: " + sentence, "");
  }

  /** Verdict, subject, sentence and advice, each at the same place in all lines. */
  public String line() {
    String line = "%-9s%-15s%s".formatted(verdict.word(), subject, sentence);
    return advice.isEmpty() ? line : line.replaceFirst("\\.$", "") + "; " + advice;
  }

  /** What others say, such as a server in its greeting, must not steer the terminal. */
  private static String oneLine(String text) {
    return text.replaceAll("[\\p{Cc}\\p{Cf}]+", " ").strip();
  }
}
