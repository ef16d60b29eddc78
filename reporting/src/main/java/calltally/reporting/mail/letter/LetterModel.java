package calltally.reporting.mail.letter;

import calltally.reporting.render.ReportSummary;
import calltally.reporting.render.RestatedRow;
import calltally.reporting.render.SummaryCaller;
import calltally.reporting.render.wording.Wording;
import calltally.reporting.report.Report;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The content of a letter, for HTML and for plain text.
 *
 * @param company name of the company
 * @param remarks sentences about the delivery
 * @param unsubscribe address that ends the subscription; null without one
 * @param page URL of the same figures in a browser; null without one
 * @param customers URLs of customers' pages by their numbers
 */
record LetterModel(
    String company,
    ReportSummary summary,
    List<String> remarks,
    boolean isCorrected,
    @Nullable String unsubscribe,
    @Nullable String page,
    Map<String, URI> customers,
    Wording wording) {

  LetterModel {
    remarks = List.copyOf(remarks);
    customers = Map.copyOf(customers);
  }

  static LetterModel of(
      Report report, String company, String whole, DeliveryNotes notes, Wording wording) {
    return new LetterModel(
        company,
        ReportSummary.of(report, whole, wording),
        remarks(notes, report.head().period().zone(), wording),
        notes.corrects() != null,
        notes.unsubscribe() == null ? null : notes.unsubscribe().toString(),
        notes.page() == null ? null : notes.page().toString(),
        notes.customers(),
        wording);
  }

  private static List<String> remarks(DeliveryNotes notes, ZoneId zone, Wording wording) {
    List<String> remarks = new ArrayList<>();
    Instant corrects = notes.corrects();
    if (corrects != null) {
      remarks.add(wording.text("letter.corrected", wording.moment(corrects, zone)));
    }
    notes
        .leftOut()
        .forEach(file -> remarks.add(wording.text("letter.left_out", file.file(), file.place())));
    return remarks;
  }

  /** One line with the verdict. */
  String subject() {
    String headline = summary.headline();
    return SingleLine.ofSubject(
        isCorrected ? wording.text("headline.corrected", headline) : headline);
  }

  String language() {
    return wording.locale().getLanguage();
  }

  /** The text of the key. */
  String text(String key) {
    return wording.text(key);
  }

  /** How much of the list of callers is shown; empty when all of it is. */
  String callersNote() {
    int named = summary.callers().size();
    return named == summary.waiting()
        ? ""
        : wording.text("letter.callers.first", named, summary.waiting());
  }

  /** The heading before the first caller of another day; empty before all others. */
  String partBefore(int index) {
    List<SummaryCaller> callers = summary.callers();
    String part = callers.get(index).part();
    return index > 0 && callers.get(index - 1).part().equals(part) ? "" : part;
  }

  /** URL of the page with all calls of a caller; null without one. */
  @Nullable String calls(SummaryCaller caller) {
    URI page = customers.get(caller.customer());
    return page == null ? null : page.toString();
  }

  /** A figure as reported and as it is now. */
  String restated(RestatedRow row) {
    return wording.text("letter.restated", row.date(), row.figure(), row.was(), row.now());
  }

  /** Why the recipient gets the letter. */
  String why() {
    return wording.text("letter.why", company);
  }
}
