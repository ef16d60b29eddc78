package calltally.web.http;

import org.jspecify.annotations.Nullable;

/**
 * Headers by which a browser says what it prefers, has already, and where the user comes from.
 *
 * @param fetchSite the header {@code Sec-Fetch-Site}; null from older browsers
 */
public record RequestHints(
    @Nullable String acceptLanguage, @Nullable String ifNoneMatch, @Nullable String fetchSite) {}
