package calltally.app.configuration;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Whose calls these are.
 *
 * @param name printed on reports; null when not given
 * @param logo picture printed on reports; null when not given
 */
public record Company(@Nullable String name, @Nullable Path logo) {

  static Company from(Entry entry) {
    Entry company = entry.mapping("name", "logo");
    return new Company(
        company.get("name").orNull(Rule.TEXT), company.get("logo").orNull(Rule.PATH));
  }
}
