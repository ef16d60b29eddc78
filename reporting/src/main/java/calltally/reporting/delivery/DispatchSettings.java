package calltally.reporting.delivery;

import calltally.reporting.mail.letter.PageLink;
import calltally.reporting.render.Letterhead;
import calltally.reporting.report.Report;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The letterhead of the reports, where they are archived and how they are mailed.
 *
 * @param company null without a name: the source's name is printed instead
 * @param logo a picture printed in place of the name; null without one
 * @param isOneSource whether there is one source, so that its name distinguishes nothing
 * @param mailSettings null when nothing is mailed
 * @param page URL of the page in front of which readers log in; null without one
 */
public record DispatchSettings(
    @Nullable String company,
    @Nullable Path logo,
    boolean isOneSource,
    Archive archive,
    @Nullable MailSettings mailSettings,
    @Nullable URI page) {

  Letterhead letterhead(String source) {
    return new Letterhead(company == null ? source : company, logo);
  }

  /** What the subject of a letter about all calls begins with; empty for the report's title. */
  String whole(String source) {
    if (isOneSource) {
      return company == null ? "" : company;
    }
    return company == null ? source : company + " · " + source;
  }

  /** The page about what the report is about; empty without a page. */
  Optional<URI> page(Report report) {
    return pageLink().map(link -> link.to(report.head()));
  }

  Optional<PageLink> pageLink() {
    return Optional.ofNullable(page).map(url -> new PageLink(url, isOneSource));
  }

  Optional<MailSettings> mailing() {
    return Optional.ofNullable(mailSettings);
  }
}
