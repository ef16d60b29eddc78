package calltally.reporting.handover.bitrix24;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * A to-do of the CRM.
 *
 * @param ownerType number of the type of its contact, company or lead
 * @param owner the number that Bitrix24 gives the owner
 * @param number the number that Bitrix24 gives the to-do
 */
record Todo(long ownerType, long owner, long number) {

  /** The first of what a search by title has found. */
  static Optional<Todo> first(JsonNode found) {
    JsonNode first = found.path(0);
    return first.isMissingNode()
        ? Optional.empty()
        : Optional.of(
            new Todo(
                first.path("OWNER_TYPE_ID").asLong(),
                first.path("OWNER_ID").asLong(),
                first.path("ID").asLong()));
  }

  static Todo parse(String id) {
    String[] numbers = id.split("/", -1);
    return new Todo(
        Long.parseLong(numbers[0]), Long.parseLong(numbers[1]), Long.parseLong(numbers[2]));
  }

  /** The id that the ledger stores, such as {@code 3/7/42}. */
  String id() {
    return "%d/%d/%d".formatted(ownerType, owner, number);
  }

  BitrixRequest update(String text) {
    BitrixRequest request = BitrixRequest.of("crm.activity.todo.updateDescription");
    request
        .parameters()
        .put("id", number)
        .put("ownerTypeId", ownerType)
        .put("ownerId", owner)
        .put("value", text);
    return request;
  }

  BitrixRequest complete() {
    BitrixRequest request = BitrixRequest.of("crm.activity.update");
    request.parameters().put("id", number);
    request.parameters().putObject("fields").put("COMPLETED", "Y");
    return request;
  }
}
