package calltally.reporting.delivery;

import calltally.reporting.mail.MailAddress;
import calltally.reporting.mail.MailServer;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * How reports are mailed.
 *
 * @param unsubscribe where a reader ends his subscription, https: or mailto:; null without such
 */
public record MailSettings(MailServer server, MailAddress from, @Nullable URI unsubscribe) {}
