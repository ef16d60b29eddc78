package calltally.app.directory;

import calltally.app.terminal.Message;
import calltally.exchange.text.PhoneNumber;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Reads the numbers of an entry.
 *
 * @param region of national numbers
 */
record NumberRule(String region) {

  private static final Pattern ROUNDED = Pattern.compile("\\+?\\d+([.,]\\d+)?[eE]\\+?\\d+");
  private static final Pattern DIGIT = Pattern.compile("\\d");
  private static final Pattern WORD = Pattern.compile("\\p{L}");

  /** Forms of other programs that may hold letters: {@code sip:101@pbx}, {@code Anna <101>}. */
  private static final Pattern WITH_WORDS = Pattern.compile("(?i)(sips?|tel):.*|.*<.*>.*|~.*");

  private static final String NAME_IN_LOG = "@";

  /** The number normalised; empty, with the problem noted, if it is none. */
  Optional<String> read(String text, RawEntry entry, Consumer<Message> problems) {
    String written = text.replace('\u00A0', ' ').strip();
    Optional<Message> mistake = mistake(written);
    Optional<String> number = mistake.isPresent() ? Optional.empty() : number(written);
    if (number.isEmpty()) {
      problems.accept(
          entry
              .position()
              .problem(
                  entry.kind().numberField(),
                  mistake.orElseGet(() -> Message.of("directory.number", written))));
    }
    return number;
  }

  private static Optional<Message> mistake(String written) {
    return ROUNDED.matcher(written).matches()
        ? Optional.of(Message.of("directory.rounded", written))
        : new SeveralNumbers(written).problem();
  }

  /** Without a digit it must be a queue's or agent's name from a queue_log. */
  private Optional<String> number(String written) {
    if (written.startsWith(NAME_IN_LOG)) {
      return PhoneNumber.normalise(written.substring(NAME_IN_LOG.length()), region);
    }
    boolean hasWords = WORD.matcher(written).find() && !WITH_WORDS.matcher(written).matches();
    return hasWords
        ? Optional.empty()
        : PhoneNumber.normalise(written, region).filter(read -> DIGIT.matcher(read).find());
  }
}
