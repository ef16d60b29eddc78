/** Reports as letters: subject, HTML and plain text, with the figures that the report prints. */
@NullMarked
package calltally.reporting.mail.letter;

import org.jspecify.annotations.NullMarked;
