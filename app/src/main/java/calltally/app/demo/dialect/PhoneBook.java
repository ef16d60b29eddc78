package calltally.app.demo.dialect;

import calltally.app.demo.exchange.SimulatedCall;
import calltally.app.demo.exchange.SimulatedCompany;
import calltally.app.demo.exchange.SimulatedRing;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * How the exchange of a company names its members.
 *
 * @param zone of the account
 * @param extensions by manager
 */
public record PhoneBook(ZoneId zone, Map<String, String> extensions) {

  public PhoneBook {
    extensions = Map.copyOf(extensions);
  }

  public static PhoneBook of(SimulatedCompany company) {
    return new PhoneBook(
        company.zone(),
        company.managers().stream()
            .collect(
                Collectors.toMap(
                    SimulatedCompany.Manager::name, SimulatedCompany.Manager::extension)));
  }

  /** The extension that rang. */
  public String extension(SimulatedRing ring) {
    return extension(ring.manager());
  }

  /** The extension of who placed an outgoing call. */
  public String caller(SimulatedCall call) {
    return extension(Objects.requireNonNull(call.manager(), "manager"));
  }

  private String extension(String manager) {
    return Objects.requireNonNull(extensions.get(manager), manager);
  }

  /** A number without its plus sign, as exchanges mostly write it. */
  static String digits(String number) {
    return number.replace("+", "");
  }
}
