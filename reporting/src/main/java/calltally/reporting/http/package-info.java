/** Requests to other programs over HTTP, bounded in time and in size. */
@NullMarked
package calltally.reporting.http;

import org.jspecify.annotations.NullMarked;
