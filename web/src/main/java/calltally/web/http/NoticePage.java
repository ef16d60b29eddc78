package calltally.web.http;

/** A page with a sentence: not found, too many requests, no answer. */
public record NoticePage(PageTexts texts, String title, String sentence) {

  /** The page for that status. */
  public static PageReply of(int status, PageTexts texts) {
    return PageReply.html(
        status,
        Templates.render(
            "notice.jte",
            new NoticePage(
                texts, texts.text("notice." + status + ".title"), texts.text("notice." + status))));
  }
}
