/** Notifications: how what the exchange sends is read into one, or why it could not be. */
@NullMarked
package calltally.ingest.notification;

import org.jspecify.annotations.NullMarked;
