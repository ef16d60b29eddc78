package calltally.reporting.mail.letter;

import calltally.reporting.render.wording.Wording;
import calltally.reporting.report.CustomerNumbers;
import calltally.reporting.report.Report;
import java.util.Locale;

/** Writes letters about the calls of a company, in Russian or else in English. */
public final class LetterWriter {

  private final String company;
  private final CustomerNumbers numbers;

  public LetterWriter(String company, CustomerNumbers numbers) {
    this.company = company;
    this.numbers = numbers;
  }

  /** The letter of a report of any kind, with what its delivery has to say. */
  public Letter write(Report report, Locale locale, DeliveryNotes notes) {
    Wording wording = Wording.of(locale, numbers);
    LetterModel letter = LetterModel.of(report, company, notes, wording);
    return new Letter(letter.subject(), HtmlLetter.of(letter), TextLetter.of(letter));
  }
}
