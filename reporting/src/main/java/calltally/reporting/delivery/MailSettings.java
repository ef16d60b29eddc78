package calltally.reporting.delivery;

import calltally.reporting.mail.MailAddress;
import calltally.reporting.mail.MailServer;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * How reports are mailed.
 *
 * @param unsubscribe where readers end their subscription, https: or mailto:; null without one
 */
public record MailSettings(MailServer server, MailAddress from, @Nullable URI unsubscribe) {}
