package calltally.exchange.itoolabs;

import calltally.exchange.field.Fields;
import calltally.exchange.text.MissingValue;
import java.util.Locale;
import java.util.Optional;

/**
 * Whose phone a message is about.
 *
 * @param login without the domain of the exchange
 * @param extension an internal number
 */
record ITooLabsUser(Optional<String> login, Optional<String> extension) {

  private static final String EXCHANGE = "pbx";
  private static final String GROUP = "g_";

  static ITooLabsUser of(Fields fields) {
    return new ITooLabsUser(
        word(fields, "user").map(ITooLabsUser::withoutDomain), word(fields, "ext"));
  }

  private static Optional<String> word(Fields fields, String name) {
    return fields.word(name).filter(sent -> !MissingValue.is(sent));
  }

  private static String withoutDomain(String login) {
    int at = login.indexOf('@');
    return at > 0 ? login.substring(0, at) : login;
  }

  /** Not the exchange itself, nor a group. */
  boolean isPerson() {
    return login
        .map(name -> name.toLowerCase(Locale.ROOT))
        .map(name -> !name.equals(EXCHANGE) && !name.startsWith(GROUP))
        .orElse(extension.isPresent());
  }
}
