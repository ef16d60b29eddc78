package calltally.app.configuration;

/**
 * The reports that were made for subscriptions.
 *
 * @param keepMonths how long each is kept, in whole months
 */
public record ArchiveEntry(int keepMonths) {

  private static final int TWO_YEARS = 24;

  static ArchiveEntry from(YamlValue entry) {
    YamlValue archive = entry.mapping("keep_months");
    return new ArchiveEntry(archive.get("keep_months").or(ValueRule.WHOLE_MONTHS, TWO_YEARS));
  }
}
