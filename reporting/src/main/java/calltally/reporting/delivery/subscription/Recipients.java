package calltally.reporting.delivery.subscription;

import calltally.reporting.mail.MailAddress;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The recipients of a report, without duplicates.
 *
 * @param to those whom everybody sees
 * @param bcc those whom nobody sees
 */
public record Recipients(List<MailAddress> to, List<MailAddress> bcc) {

  /** No recipients. */
  public static final Recipients NONE = new Recipients(List.of(), List.of());

  public Recipients {
    Set<String> named = new HashSet<>();
    to = to.stream().filter(one -> named.add(one.address())).toList();
    bcc = bcc.stream().filter(one -> named.add(one.address())).toList();
  }

  /** All recipients, in the order in which they are named. */
  public Stream<MailAddress> all() {
    return Stream.concat(to.stream(), bcc.stream());
  }

  public boolean isEmpty() {
    return to.isEmpty() && bcc.isEmpty();
  }
}
