package calltally.reporting.handover;

import calltally.reporting.render.wording.LineName;
import calltally.reporting.render.wording.Wording;
import calltally.reporting.report.CustomerNumbers;
import calltally.reporting.report.DialledLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes who waits too long, and who waits no longer, for people. */
final class CallerText {

  private final Wording wording;

  CallerText(Locale locale) {
    this.wording = Wording.of(locale, CustomerNumbers.MASKED);
  }

  String subject(CallerMessage message) {
    int overdue = message.of(CallerKind.OVERDUE).size();
    return overdue > 0
        ? wording.counted("handover.overdue.subject", overdue, whose(message))
        : wording.counted(
            "handover.settled.subject", message.of(CallerKind.SETTLED).size(), whose(message));
  }

  /** The source's name, where all callers are of one. */
  private static String whose(CallerMessage message) {
    List<String> sources =
        message.callers().stream().map(NotifiedCaller::source).distinct().toList();
    return sources.size() == 1 ? sources.get(0) : "Calltally";
  }

  /**
   * The whole text.
   *
   * @param most callers to list; the rest is counted
   */
  String text(CallerMessage message, int most) {
    List<String> lines = new ArrayList<>();
    lines.add(subject(message));
    add(lines, "handover.overdue", message.of(CallerKind.OVERDUE), most);
    add(lines, "handover.settled", message.of(CallerKind.SETTLED), most);
    return String.join("\n", lines) + "\n";
  }

  private void add(List<String> lines, String key, List<NotifiedCaller> callers, int most) {
    if (callers.isEmpty()) {
      return;
    }
    lines.add("");
    lines.add(wording.text(key));
    boolean areOfSeveral = callers.stream().map(NotifiedCaller::source).distinct().count() > 1;
    callers.stream().limit(most).forEach(caller -> lines.add(line(caller, areOfSeveral)));
    if (callers.size() > most) {
      lines.add(wording.counted("handover.more", callers.size() - most));
    }
  }

  private String line(NotifiedCaller caller, boolean namesSource) {
    String customer = caller.customer();
    String who =
        customer == null
            ? wording.text("handover.without_number")
            : caller.numbers().text(customer);
    String line = line(caller);
    String where = namesSource ? caller.source() + ", " + line : line;
    return who + " · " + where + " · " + what(caller);
  }

  /** The name of the line, else its number. */
  String line(NotifiedCaller caller) {
    return LineName.of(new DialledLine(caller.line(), caller.lineName(), null), wording);
  }

  /** Since when the caller waits, or how the wait ended. */
  String what(NotifiedCaller caller) {
    NotifiedCaller.End end = caller.end();
    return end == null ? waits(caller) : ended(caller, end);
  }

  /** Since when the caller waits, or waited. */
  String waits(NotifiedCaller caller) {
    NotifiedCaller.Calls calls = caller.calls();
    String since = wording.notation().dayAndTime(calls.firstAt(), caller.zone());
    String last = wording.notation().dayAndTime(calls.lastAt(), caller.zone());
    String waits =
        calls.missed() == 1
            ? wording.text("handover.waits", since)
            : wording.counted("handover.waits.again", calls.missed(), since, last);
    return calls.tries() == 0
        ? waits
        : waits + " · " + wording.counted("handover.tries", calls.tries());
  }

  private String ended(NotifiedCaller caller, NotifiedCaller.End end) {
    String at = wording.notation().dayAndTime(end.at(), caller.zone());
    String key = "handover." + end.state().text();
    return end.by() == null ? wording.text(key, at) : wording.text(key + ".by", at, end.by());
  }
}
