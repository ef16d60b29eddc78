package calltally.app.directory;

import calltally.app.terminal.Message;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A text that stands for more than one number; its digits alone would be another number. */
record SeveralNumbers(String written) {

  private static final Pattern RANGE =
      Pattern.compile("(\\d{2,5})\\s*(?:[-\u2010-\u2015\u2212]|\\.{2,3}|\u2026)\\s*(\\d{2,5})");
  private static final int MOST_OF_RANGE = 100;
  private static final int MOST_SHOWN = 10;

  private static final Pattern SLASH = Pattern.compile("\\s*[/\\\\|]\\s*");
  private static final Pattern SHORT = Pattern.compile("[1-9]\\d{1,5}");
  private static final int WHOLE = 7;

  private static final Pattern EXTENSION =
      Pattern.compile(
          "(.*?)[\\s,(]*(?:доб(?:\\p{L}*)|внутр(?:\\p{L}*)|вн|ext(?:\\p{L}*)|x|int|#)[.:\\s]*"
              + "(\\d{1,6})\\)?",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  /** Says how to write them, if the text is more than one number. */
  Optional<Message> problem() {
    return range().or(this::slash).or(this::extension);
  }

  private Optional<Message> range() {
    Matcher range = RANGE.matcher(written);
    if (!range.matches() || range.group(1).length() != range.group(2).length()) {
      return Optional.empty();
    }
    int first = Integer.parseInt(range.group(1));
    int last = Integer.parseInt(range.group(2));
    return last <= first || last - first > MOST_OF_RANGE
        ? Optional.empty()
        : Optional.of(Message.of("directory.range", written, all(first, last)));
  }

  private static String all(int first, int last) {
    return last - first < MOST_SHOWN
        ? IntStream.rangeClosed(first, last)
            .mapToObj(String::valueOf)
            .collect(Collectors.joining(";"))
        : "%d;%d;…;%d".formatted(first, first + 1, last);
  }

  /** A slash may also follow an area code: 030/1234567. */
  private Optional<Message> slash() {
    List<String> parts = Arrays.asList(SLASH.split(written));
    boolean areShort = parts.stream().allMatch(part -> SHORT.matcher(part).matches());
    boolean isWhole = parts.get(0).chars().filter(Character::isDigit).count() >= WHOLE;
    return parts.size() < 2 || !(areShort || isWhole)
        ? Optional.empty()
        : Optional.of(Message.of("directory.slash", written, String.join(";", parts)));
  }

  private Optional<Message> extension() {
    Matcher extension = EXTENSION.matcher(written);
    if (!extension.matches()) {
      return Optional.empty();
    }
    boolean isAlone = extension.group(1).chars().noneMatch(Character::isDigit);
    return Optional.of(
        isAlone
            ? Message.of("directory.extension", written, extension.group(2))
            : Message.of(
                "directory.number_and_extension",
                written,
                extension.group(1).strip(),
                extension.group(2)));
  }
}
