/** Requests and replies of the page, with the limits and headers of all of them. */
@NullMarked
package calltally.web.http;

import org.jspecify.annotations.NullMarked;
