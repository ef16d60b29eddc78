package calltally.sql.settings;

import calltally.sql.LocalizedException;
import calltally.sql.LocalizedText;

/** A running service takes notifications that it would no longer be allowed to take. */
public final class SourceLeased extends LocalizedException {

  private static final long serialVersionUID = 1;

  private SourceLeased(String key, String source, String service) {
    super(LocalizedText.of("calltally.sql", key, source, service));
  }

  static SourceLeased leftOut(String source, String service) {
    return new SourceLeased("source.leased.left_out", source, service);
  }

  static SourceLeased narrowed(String source, String service) {
    return new SourceLeased("source.leased.narrowed", source, service);
  }
}
