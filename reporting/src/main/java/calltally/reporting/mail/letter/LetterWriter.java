package calltally.reporting.mail.letter;

import calltally.reporting.render.wording.Wording;
import calltally.reporting.report.CustomerNumbers;
import calltally.reporting.report.Report;
import java.util.Locale;

/** Writes letters about a company's calls, in Russian or English. */
public final class LetterWriter {

  private final String company;
  private final String whole;
  private final CustomerNumbers numbers;

  public LetterWriter(String company, CustomerNumbers numbers) {
    this(company, company, numbers);
  }

  /**
   * For letters whose subject does not begin with the company.
   *
   * @param whole what it begins with if the report covers all calls; empty for the report's title
   */
  public LetterWriter(String company, String whole, CustomerNumbers numbers) {
    this.company = company;
    this.whole = whole;
    this.numbers = numbers;
  }

  /** Writes the letter of a report, with the notes of its delivery. */
  public Letter write(Report report, Locale locale, DeliveryNotes notes) {
    Wording wording = Wording.of(locale, numbers);
    LetterModel letter = LetterModel.of(report, company, whole, notes, wording);
    return new Letter(letter.subject(), HtmlLetter.of(letter), TextLetter.of(letter));
  }
}
