package calltally.app.command;

import calltally.app.terminal.Message;
import calltally.ingest.notification.Rejection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Why lines of a file were rejected: the rules that they break, each with its first lines. */
final class RejectedReasons {

  private static final int MOST_LINES = 3;
  private static final int MOST_RULES = 5;

  /** Rules that differ only in a number are one. */
  private static final Pattern NUMBERS = Pattern.compile("\\d+");

  private final Map<String, Reason> reasons = new LinkedHashMap<>();
  private long others;

  /** Lines may be rejected by several threads. */
  synchronized void add(long line, Rejection why) {
    String text = why.field() == null ? why.rule() : why.field() + ": " + why.rule();
    String kind = NUMBERS.matcher(text).replaceAll("0");
    if (reasons.size() == MOST_RULES && !reasons.containsKey(kind)) {
      others++;
    } else {
      reasons.computeIfAbsent(kind, unused -> new Reason(text)).add(line);
    }
  }

  /** One sentence for each rule. */
  synchronized List<Message> sentences(Message file) {
    List<Message> sentences = new ArrayList<>();
    for (Reason reason : reasons.values()) {
      sentences.add(Message.of("import.reason", file, reason.text, reason.lines()));
    }
    if (others > 0) {
      sentences.add(Message.of("import.reasons_more", file, others));
    }
    return sentences;
  }

  private static final class Reason {

    private final String text;
    private final List<Long> first = new ArrayList<>();
    private long more;

    Reason(String text) {
      this.text = text;
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
      return more == 0
          ? Message.verbatim(numbers)
          : Message.of("import.lines_more", Message.verbatim(numbers), more);
    }
  }
}
