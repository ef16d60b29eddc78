package calltally.reporting.handover.bitrix24;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A call of a method of Bitrix24's REST API. */
record BitrixRequest(String method, ObjectNode parameters) {

  private static final ObjectMapper JSON = new ObjectMapper();

  static BitrixRequest of(String method) {
    return new BitrixRequest(method, JSON.createObjectNode());
  }

  @Override
  public String toString() {
    return "POST %s %s".formatted(method, parameters);
  }
}
