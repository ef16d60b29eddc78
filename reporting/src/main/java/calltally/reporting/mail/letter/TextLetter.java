package calltally.reporting.mail.letter;

import static java.util.stream.Collectors.joining;

import calltally.reporting.render.DayRow;
import calltally.reporting.render.FindingRow;
import calltally.reporting.render.ReportSummary;
import calltally.reporting.render.SummaryCaller;
import calltally.reporting.render.Tile;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A letter as plain text: blocks separated by blank lines. */
final class TextLetter {

  private final LetterModel letter;
  private final ReportSummary summary;
  private final List<String> blocks = new ArrayList<>();

  private TextLetter(LetterModel letter) {
    this.letter = letter;
    this.summary = letter.summary();
  }

  static String of(LetterModel letter) {
    return new TextLetter(letter).text();
  }

  private String text() {
    add(Stream.of(summary.title() + " · " + letter.company(), summary.period()));
    add(Stream.of(summary.verdict()));
    add(letter.remarks().stream());
    addUnder(summary.noticesTitle(), summary.notices().stream().map(notice -> "- " + notice));
    add(summary.figures().stream().map(TextLetter::figure));
    addUnder(
        letter.text("findings.title"), summary.findings().stream().flatMap(TextLetter::finding));
    addUnder(letter.text("days.title"), summary.days().stream().map(this::day));
    addCallers();
    addUnder(
        letter.text("letter.restated.title"), summary.restated().stream().map(letter::restated));
    addPage();
    add(Stream.of(summary.generated() + " · " + summary.product()));
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
    return letter
        .wording()
        .text("letter.day", day.date(), day.incoming(), day.missed(), day.rate());
  }

  private void addCallers() {
    String title = letter.text("callbacks.title");
    if (summary.callers().isEmpty()) {
      addUnder(title, Stream.of(summary.noCallers()));
      return;
    }
    add(Stream.of(heading(title), letter.callersNote()));
    for (int i = 0; i < summary.callers().size(); i++) {
      add(Stream.of(letter.partBefore(i)));
      add(caller(summary.callers().get(i)));
    }
    add(Stream.of(summary.neverReached()));
  }

  private Stream<String> caller(SummaryCaller caller) {
    return Stream.of(
        caller.number(),
        "   " + joined(Stream.of(caller.line(), caller.missed())),
        "   " + joined(Stream.of(caller.reason(), caller.state())),
        caller.recording() == null
            ? ""
            : "   %s: %s".formatted(letter.text("letter.listen"), caller.recording()),
        letter.calls(caller) == null
            ? ""
            : "   %s: %s".formatted(letter.text("letter.calls"), letter.calls(caller)));
  }

  private void addPage() {
    String page = letter.page();
    if (page != null) {
      add(Stream.of("%s: %s".formatted(letter.text("letter.page"), page)));
    }
  }

  private void addFarewell() {
    String unsubscribe = letter.unsubscribe();
    add(
        Stream.of(
            letter.why(),
            unsubscribe == null
                ? ""
                : "%s: %s".formatted(letter.text("letter.unsubscribe"), unsubscribe)));
  }

  private void addUnder(String title, Stream<String> lines) {
    List<String> filled = lines.filter(line -> !line.isEmpty()).toList();
    if (!filled.isEmpty()) {
      add(Stream.concat(Stream.of(heading(title)), filled.stream()));
    }
  }

  private String heading(String title) {
    return title.toUpperCase(letter.wording().locale());
  }

  private void add(Stream<String> lines) {
    String block =
        lines.filter(line -> !line.isBlank()).map(TextLetter::inOneLine).collect(joining("\n"));
    if (!block.isEmpty()) {
      blocks.add(block);
    }
  }

  /** Keeps our indentation; makes the rest, which an outsider may have written, a single line. */
  private static String inOneLine(String line) {
    int indent = line.length() - line.stripLeading().length();
    return line.substring(0, indent).replaceAll("[^ ]", " ") + SingleLine.of(line);
  }

  private static String joined(Stream<String> texts) {
    return texts.filter(text -> !text.isEmpty()).collect(joining(" · "));
  }
}
