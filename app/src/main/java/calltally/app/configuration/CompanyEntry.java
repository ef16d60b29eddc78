package calltally.app.configuration;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Whose calls these are.
 *
 * @param name printed on reports; null when not given
 * @param logo picture printed on reports; null when not given
 */
public record CompanyEntry(@Nullable String name, @Nullable Path logo) {

  static CompanyEntry from(YamlValue entry) {
    YamlValue company = entry.mapping("name", "logo");
    return new CompanyEntry(
        company.get("name").orNull(ValueRule.TEXT), company.get("logo").orNull(ValueRule.PATH));
  }
}
