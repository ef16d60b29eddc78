@NullMarked
package calltally.reporting.letter;

import org.jspecify.annotations.NullMarked;
