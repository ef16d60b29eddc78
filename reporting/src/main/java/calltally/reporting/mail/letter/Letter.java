package calltally.reporting.mail.letter;

/**
 * A report as a mail says it, twice with the same content.
 *
 * @param subject one line, that carries the verdict; free of control characters
 * @param html a whole document that needs no picture, file or script
 * @param text plain, lines end with a line feed
 */
public record Letter(String subject, String html, String text) {}
