package calltally.reporting.mail.letter;

import calltally.reporting.render.wording.Wording;
import calltally.reporting.report.CustomerNumbers;
import calltally.reporting.report.Report;
import java.util.Locale;

/** Writes letters about the calls of a company, in Russian or else in English. */
public final class Letters {

  private final String company;
  private final CustomerNumbers numbers;

  public Letters(String company, CustomerNumbers numbers) {
    this.company = company;
    this.numbers = numbers;
  }

  /** The letter of a report of any kind, with what its delivery has to say. */
  public Letter write(Report report, Locale locale, Postscript postscript) {
    Wording wording = Wording.of(locale, numbers);
    Draft draft = Draft.of(report, company, postscript, wording);
    return new Letter(draft.subject(), Html.of(draft), PlainText.of(draft));
  }
}
