package calltally.reporting.handover.bitrix24;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * A contact, company or lead.
 *
 * @param id the number that Bitrix24 gives it
 */
record Owner(Type type, long id) {

  /** A type of CRM objects; the first one found owns what is created. */
  enum Type {
    CONTACT(3, "C_"),
    COMPANY(4, "CO_"),
    LEAD(1, "L_");

    private final int number;
    private final String prefix;

    Type(int number, String prefix) {
      this.number = number;
      this.prefix = prefix;
    }
  }

  /** The first of what a search by number has found. */
  static Optional<Owner> first(JsonNode found) {
    for (Type type : Type.values()) {
      JsonNode id = found.path(type.name()).path(0);
      if (!id.isMissingNode()) {
        return Optional.of(new Owner(type, id.asLong()));
      }
    }
    return Optional.empty();
  }

  /** The number of its type. */
  int typeNumber() {
    return type.number;
  }

  /** As tasks refer to it, such as {@code C_7}. */
  String link() {
    return type.prefix + id;
  }
}
