package calltally.web.frame;

import calltally.reporting.render.wording.Wording;
import calltally.web.http.Link;
import calltally.web.http.PageRequest;
import calltally.web.http.PageTexts;
import calltally.web.session.Session;
import calltally.web.user.VisibleCalls;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A page that its reader may see.
 *
 * @param visible the calls that it may show
 * @param now the moment of its figures
 */
public record View(
    PageRequest request,
    Session session,
    PageTexts texts,
    VisibleCalls visible,
    VisibleSource source,
    Instant now) {

  /** Words of the reports, with numbers as the reader may see them. */
  public Wording wording() {
    return Wording.of(texts.locale(), visible.numbers());
  }

  public @Nullable String parameter(String name) {
    return request.parameter(name);
  }

  /** The same page of other calls. */
  public View of(VisibleCalls calls) {
    return new View(request, session, texts, calls, source, now);
  }

  /** A link to another page about the same source. */
  public Link link(String path) {
    return Link.to(path).with("source", sourceIfSeveral());
  }

  /** A link to a page about a subject of the same source. */
  public Link link(String folder, String subject) {
    return Link.to(folder, subject).with("source", sourceIfSeveral());
  }

  private @Nullable String sourceIfSeveral() {
    return session.user().sources().size() > 1 ? source.name() : null;
  }
}
