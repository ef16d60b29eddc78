/** Logging in and out. */
@NullMarked
package calltally.web.login;

import org.jspecify.annotations.NullMarked;
