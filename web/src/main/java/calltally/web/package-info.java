/** The web page: read-only figures of today for those who log in. */
@NullMarked
package calltally.web;

import org.jspecify.annotations.NullMarked;
