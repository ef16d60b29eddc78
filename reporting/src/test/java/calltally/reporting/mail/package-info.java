@NullMarked
package calltally.reporting.mail;

import org.jspecify.annotations.NullMarked;
