/** Tests of the page of today's figures. */
@NullMarked
package calltally.web.today;

import org.jspecify.annotations.NullMarked;
