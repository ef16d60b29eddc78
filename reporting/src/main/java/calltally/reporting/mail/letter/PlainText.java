package calltally.reporting.mail.letter;

import static java.util.stream.Collectors.joining;

import calltally.reporting.render.DayRow;
import calltally.reporting.render.Digest;
import calltally.reporting.render.DigestCaller;
import calltally.reporting.render.FindingRow;
import calltally.reporting.render.Tile;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A letter for those who read without HTML: blocks with a blank line between them. */
final class PlainText {

  private final Draft draft;
  private final Digest digest;
  private final List<String> blocks = new ArrayList<>();

  private PlainText(Draft draft) {
    this.draft = draft;
    this.digest = draft.digest();
  }

  static String of(Draft draft) {
    return new PlainText(draft).text();
  }

  private String text() {
    add(Stream.of(digest.title() + " · " + draft.company(), digest.period()));
    add(Stream.of(digest.verdict()));
    add(draft.remarks().stream());
    addUnder(draft.text("notice.title"), digest.notices().stream().map(notice -> "- " + notice));
    add(digest.figures().stream().map(PlainText::figure));
    addUnder(draft.text("findings.title"), digest.findings().stream().flatMap(PlainText::finding));
    addUnder(draft.text("days.title"), digest.days().stream().map(this::day));
    addCallers();
    addUnder(draft.text("letter.restated.title"), digest.restated().stream().map(draft::restated));
    add(Stream.of(digest.generated() + " · " + digest.product()));
    addFarewell();
    return String.join("\n\n", blocks) + "\n";
  }

  private static String figure(Tile tile) {
    String said = joined(Stream.of(tile.change(), tile.detail()));
    return "%s: %s%s".formatted(tile.label(), tile.figure(), said.isEmpty() ? "" : " · " + said);
  }

  private static Stream<String> finding(FindingRow finding) {
    return Stream.of(finding.sentence(), finding.evidence());
  }

  private String day(DayRow day) {
    return draft.wording().text("letter.day", day.date(), day.incoming(), day.missed(), day.rate());
  }

  private void addCallers() {
    String title = draft.text("callbacks.title");
    if (digest.callers().isEmpty()) {
      addUnder(title, Stream.of(digest.noCallers()));
      return;
    }
    add(Stream.of(heading(title), draft.callersNote()));
    for (int i = 0; i < digest.callers().size(); i++) {
      add(Stream.of(draft.partBefore(i)));
      add(caller(digest.callers().get(i)));
    }
  }

  private Stream<String> caller(DigestCaller caller) {
    return Stream.of(
        caller.number(),
        "   " + joined(Stream.of(caller.line(), caller.missed())),
        "   " + joined(Stream.of(caller.reason(), caller.state())),
        caller.recording() == null
            ? ""
            : "   %s: %s".formatted(draft.text("letter.listen"), caller.recording()));
  }

  private void addFarewell() {
    String unsubscribe = draft.unsubscribe();
    add(
        Stream.of(
            draft.why(),
            unsubscribe == null
                ? ""
                : "%s: %s".formatted(draft.text("letter.unsubscribe"), unsubscribe)));
  }

  private void addUnder(String title, Stream<String> lines) {
    List<String> filled = lines.filter(line -> !line.isEmpty()).toList();
    if (!filled.isEmpty()) {
      add(Stream.concat(Stream.of(heading(title)), filled.stream()));
    }
  }

  private String heading(String title) {
    return title.toUpperCase(draft.wording().locale());
  }

  private void add(Stream<String> lines) {
    String block =
        lines.filter(line -> !line.isBlank()).map(PlainText::inOneLine).collect(joining("\n"));
    if (!block.isEmpty()) {
      blocks.add(block);
    }
  }

  /** Only the indentation in front of what a stranger may have written is ours. */
  private static String inOneLine(String line) {
    int indent = line.length() - line.stripLeading().length();
    return line.substring(0, indent).replaceAll("[^ ]", " ") + OneLine.of(line);
  }

  private static String joined(Stream<String> texts) {
    return texts.filter(text -> !text.isEmpty()).collect(joining(" · "));
  }
}
