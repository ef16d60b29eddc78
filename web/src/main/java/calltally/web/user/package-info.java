/** Users, their password hashes, and what each may see. */
@NullMarked
package calltally.web.user;

import org.jspecify.annotations.NullMarked;
