/** The reports that were made for subscriptions, with their files. */
@NullMarked
package calltally.web.archive;

import org.jspecify.annotations.NullMarked;
