package calltally.exchange.mango;

import calltally.exchange.field.Fields;
import java.util.Optional;

/**
 * One side of a leg.
 *
 * @param extension of a member; empty for an outside party
 * @param number as sent: a telephone number, or a member's SIP address
 */
record MangoParty(Optional<String> extension, Optional<String> number) {

  static MangoParty of(Fields party) {
    return new MangoParty(party.word("extension"), party.word("number"));
  }

  boolean isMember() {
    return extension.isPresent();
  }
}
