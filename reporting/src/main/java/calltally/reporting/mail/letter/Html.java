package calltally.reporting.mail.letter;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;

/** A letter as a document for mail programs, set by the template {@code mail/letter.jte}. */
final class Html {

  private static final TemplateEngine TEMPLATES =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, Html.class.getClassLoader(), Html.class.getPackageName());

  private Html() {}

  static String of(Draft draft) {
    StringOutput document = new StringOutput();
    TEMPLATES.render("letter.jte", draft, document);
    return document.toString();
  }
}
