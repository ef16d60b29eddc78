@NullMarked
package calltally.web.user;

import org.jspecify.annotations.NullMarked;
