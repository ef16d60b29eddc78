/** Sending mail by SMTP: composed, handed over once, and the server's reply to it. */
@NullMarked
package calltally.reporting.mail;

import org.jspecify.annotations.NullMarked;
