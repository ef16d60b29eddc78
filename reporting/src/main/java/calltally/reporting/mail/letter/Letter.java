package calltally.reporting.mail.letter;

/**
 * A report as a mail: its subject, and the same content as HTML and plain text.
 *
 * @param subject one line with the verdict, free of control characters
 * @param html a complete document without pictures, linked files or scripts
 * @param text plain text; lines end with a line feed
 */
public record Letter(String subject, String html, String text) {}
