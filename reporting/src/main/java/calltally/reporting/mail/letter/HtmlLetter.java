package calltally.reporting.mail.letter;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;

/** A letter as HTML, made by the template {@code mail/letter.jte}. */
final class HtmlLetter {

  private static final TemplateEngine TEMPLATES =
      TemplateEngine.createPrecompiled(
          null,
          ContentType.Html,
          HtmlLetter.class.getClassLoader(),
          HtmlLetter.class.getPackageName());

  private HtmlLetter() {}

  static String of(LetterModel letter) {
    StringOutput document = new StringOutput();
    TEMPLATES.render("letter.jte", letter, document);
    return document.toString();
  }
}
