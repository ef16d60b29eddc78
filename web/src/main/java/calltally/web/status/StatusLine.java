package calltally.web.status;

/**
 * What a check found.
 *
 * @param status ok, warning or failed, in words
 * @param subject what was checked
 * @param finding how it is, and what to do
 */
public record StatusLine(boolean isFine, String status, String subject, String finding) {}
