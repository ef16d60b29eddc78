package calltally.web.http;

import java.util.Arrays;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Headers by which a browser says what it prefers, has already, and where the user comes from.
 *
 * @param fetchSite the header {@code Sec-Fetch-Site}; null from older browsers
 */
public record RequestHints(
    @Nullable String acceptLanguage,
    @Nullable String acceptEncoding,
    @Nullable String ifNoneMatch,
    @Nullable String fetchSite) {

  private static final Pattern GZIP =
      Pattern.compile("gzip(\\s*;\\s*q=(?!0(\\.0*)?$).*)?", Pattern.CASE_INSENSITIVE);

  /** Whether it reads what gzip compressed. */
  boolean acceptsGzip() {
    return acceptEncoding != null
        && Arrays.stream(acceptEncoding.split(",", -1))
            .anyMatch(coding -> GZIP.matcher(coding.strip()).matches());
  }
}
