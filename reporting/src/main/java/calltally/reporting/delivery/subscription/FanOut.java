package calltally.reporting.delivery.subscription;

import calltally.reporting.mail.MailAddress;
import java.util.List;
import java.util.Map;

/**
 * A report each for the departments or managers of the directory, to each head his own.
 *
 * @param own who gets the report of which name; all others go to the recipients of the subscription
 */
public record FanOut(FanOutBy each, Map<String, List<MailAddress>> own) {

  public FanOut {
    own = Map.copyOf(own);
  }

  /** Who gets the report of that name. */
  Recipients recipients(String name, Recipients otherwise) {
    List<MailAddress> mapped = own.get(name);
    return mapped == null ? otherwise : new Recipients(mapped, List.of());
  }
}
