package calltally.reporting.delivery;

import calltally.reporting.render.Letterhead;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The letterhead of the reports, where they are archived and how they are mailed.
 *
 * @param company null without a name: the source's name is printed instead
 * @param logo a picture printed in place of the name; null without one
 * @param mailSettings null when nothing is mailed
 */
public record DispatchSettings(
    @Nullable String company,
    @Nullable Path logo,
    Archive archive,
    @Nullable MailSettings mailSettings) {

  Letterhead letterhead(String source) {
    return new Letterhead(company == null ? source : company, logo);
  }

  Optional<MailSettings> mailing() {
    return Optional.ofNullable(mailSettings);
  }
}
