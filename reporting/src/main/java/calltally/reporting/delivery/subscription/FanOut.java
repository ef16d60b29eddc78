package calltally.reporting.delivery.subscription;

import calltally.reporting.mail.MailAddress;
import java.util.List;
import java.util.Map;

/**
 * One report per department or manager of the directory, each for its own head.
 *
 * @param own recipients by name; all other reports go to the recipients of the subscription
 */
public record FanOut(FanOutBy each, Map<String, List<MailAddress>> own) {

  public FanOut {
    own = Map.copyOf(own);
  }

  /** Who gets the report about that name. */
  Recipients recipients(String name, Recipients otherwise) {
    List<MailAddress> mapped = own.get(name);
    return mapped == null ? otherwise : new Recipients(mapped, List.of());
  }
}
