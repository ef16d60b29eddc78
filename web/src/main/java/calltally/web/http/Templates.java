package calltally.web.http;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;

/** The templates of {@code src/main/jte}, as classes that the build generates. */
public final class Templates {

  private static final TemplateEngine ENGINE =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, Templates.class.getClassLoader(), "calltally.web.page");

  private Templates() {}

  /** Renders a template with its only parameter. */
  public static String render(String template, Object model) {
    StringOutput page = new StringOutput();
    ENGINE.render(template, model, page);
    return page.toString();
  }
}
