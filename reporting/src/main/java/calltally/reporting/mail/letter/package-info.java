/** Reports as letters: subject, HTML and plain text, with the report's figures. */
@NullMarked
package calltally.reporting.mail.letter;

import org.jspecify.annotations.NullMarked;
