/** Reads requests and lines as notifications, or says which rule they break. */
@NullMarked
package calltally.ingest.notification;

import org.jspecify.annotations.NullMarked;
