/** Mail on its way to a server: composed, handed over once, and what the server said of it. */
@NullMarked
package calltally.reporting.mail;

import org.jspecify.annotations.NullMarked;
