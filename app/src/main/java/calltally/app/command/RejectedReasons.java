package calltally.app.command;

import calltally.app.terminal.Message;
import calltally.exchange.Rejection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Why lines of a file were rejected: the rules that they break, each with its first lines. */
final class RejectedReasons {

  private static final int MOST_LINES = 3;
  private static final int MOST_RULES = 5;
  private static final int LONGEST_SENT = 40;

  /** Rules that differ only in a number are one. */
  private static final Pattern NUMBERS = Pattern.compile("\\d+");

  private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cntrl}\\p{Cf}]");

  private final Map<String, Reason> reasons = new LinkedHashMap<>();
  private long others;
  private boolean hasUnread;

  /** Lines may be rejected by several threads. */
  synchronized void add(long line, Rejection why) {
    hasUnread |= why.field() == null;
    String text = why.field() == null ? why.rule() : why.field() + ": " + why.rule();
    String kind = NUMBERS.matcher(text).replaceAll("0");
    if (reasons.size() == MOST_RULES && !reasons.containsKey(kind)) {
      others++;
    } else {
      reasons.computeIfAbsent(kind, unused -> new Reason(text, why.sent())).add(line);
    }
  }

  /** Whether some line could not be read at all: it was no value of it that broke a rule. */
  synchronized boolean hasUnread() {
    return hasUnread;
  }

  /** One sentence for each rule. */
  synchronized List<Message> sentences(Message file) {
    List<Message> sentences = new ArrayList<>();
    for (Reason reason : reasons.values()) {
      sentences.add(Message.of("import.reason", file, reason.text, reason.sent(), reason.lines()));
    }
    if (others > 0) {
      sentences.add(Message.of("import.reasons_more", file, others));
    }
    return sentences;
  }

  private static final class Reason {

    private final String text;
    private final @Nullable String sent;
    private final List<Long> first = new ArrayList<>();
    private long more;

    Reason(String text, @Nullable String sent) {
      this.text = text;
      this.sent = sent;
    }

    void add(long line) {
      if (first.size() < MOST_LINES) {
        first.add(line);
      } else {
        more++;
      }
    }

    Message lines() {
      String numbers =
          first.stream().sorted().map(String::valueOf).collect(Collectors.joining(", "));
      if (more > 0) {
        return Message.of("import.lines_more", Message.verbatim(numbers), more);
      }
      return Message.of(
          first.size() == 1 ? "import.line" : "import.lines", Message.verbatim(numbers));
    }

    /** What stands in the first of the lines. */
    Message sent() {
      if (sent == null) {
        return Message.NONE;
      }
      String printable = UNPRINTABLE.matcher(sent).replaceAll(" ");
      String shown =
          printable.length() > LONGEST_SENT
              ? printable.substring(0, LONGEST_SENT) + "…"
              : printable;
      boolean isOnly = first.size() + more == 1;
      return Message.of(isOnly ? "import.was" : "import.was_first", Message.verbatim(shown));
    }
  }
}
