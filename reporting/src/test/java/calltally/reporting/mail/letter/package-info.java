@NullMarked
package calltally.reporting.mail.letter;

import org.jspecify.annotations.NullMarked;
