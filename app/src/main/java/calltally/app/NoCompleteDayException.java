package calltally.app;

/** There is nothing to report on yet. */
final class NoCompleteDayException extends RuntimeException {

  private static final long serialVersionUID = 1;

  NoCompleteDayException(String source) {
    super(
        ("daily report could not be made: source %s has no complete day with notifications yet;"
                + " --date reports on a day that is not over")
            .formatted(source));
  }
}
