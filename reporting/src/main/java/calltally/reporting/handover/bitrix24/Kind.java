package calltally.reporting.handover.bitrix24;

import static java.time.format.DateTimeFormatter.ISO_OFFSET_DATE_TIME;

import calltally.reporting.handover.CrmTask;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What becomes of a waiting caller in Bitrix24. */
public enum Kind {
  /** A to-do of the CRM, which belongs to a contact, company or lead. */
  TODO {
    @Override
    BitrixRequest find(String mark) {
      BitrixRequest request = BitrixRequest.of("crm.activity.list");
      request.parameters().putObject("filter").put("%SUBJECT", mark);
      request.parameters().putArray("select").add("ID").add("OWNER_TYPE_ID").add("OWNER_ID");
      return request;
    }

    @Override
    Optional<String> found(JsonNode result) {
      return Todo.first(result).map(Todo::id);
    }

    @Override
    BitrixRequest create(CrmTask task, @Nullable Owner owner) {
      if (owner == null) {
        throw new IllegalArgumentException("cannot create to-do: it must belong to a customer");
      }
      BitrixRequest request = BitrixRequest.of("crm.activity.todo.add");
      request
          .parameters()
          .put("ownerTypeId", owner.typeNumber())
          .put("ownerId", owner.id())
          .put("deadline", ISO_OFFSET_DATE_TIME.format(task.dueAt()))
          .put("title", task.title())
          .put("description", task.text())
          .put("responsibleId", task.responsible());
      return request;
    }

    @Override
    Optional<String> created(JsonNode result, @Nullable Owner owner) {
      long number = result.path("id").asLong();
      return owner == null || number == 0
          ? Optional.empty()
          : Optional.of(new Todo(owner.typeNumber(), owner.id(), number).id());
    }

    @Override
    BitrixRequest update(String id, CrmTask task) {
      return Todo.parse(id).update(task.text());
    }

    @Override
    BitrixRequest complete(String id) {
      return Todo.parse(id).complete();
    }
  },
  /** A task, which is linked to the customer where the CRM knows the number. */
  TASK {
    @Override
    BitrixRequest find(String mark) {
      BitrixRequest request = BitrixRequest.of("tasks.task.list");
      request.parameters().putObject("filter").put("TITLE", "%" + mark + "%");
      request.parameters().putArray("select").add("ID");
      return request;
    }

    @Override
    Optional<String> found(JsonNode result) {
      JsonNode first = result.path("tasks").path(0).path("id");
      return first.isMissingNode() ? Optional.empty() : Optional.of(first.asText());
    }

    @Override
    BitrixRequest create(CrmTask task, @Nullable Owner owner) {
      BitrixRequest request = BitrixRequest.of("tasks.task.add");
      request
          .parameters()
          .putObject("fields")
          .put("TITLE", task.title())
          .put("DESCRIPTION", task.text())
          .put("DEADLINE", ISO_OFFSET_DATE_TIME.format(task.dueAt()))
          .put("RESPONSIBLE_ID", task.responsible());
      if (owner != null) {
        request.parameters().withObject("/fields").putArray("UF_CRM_TASK").add(owner.link());
      }
      return request;
    }

    @Override
    Optional<String> created(JsonNode result, @Nullable Owner owner) {
      long id = result.path("task").path("id").asLong();
      return id == 0 ? Optional.empty() : Optional.of(String.valueOf(id));
    }

    @Override
    BitrixRequest update(String id, CrmTask task) {
      BitrixRequest request = BitrixRequest.of("tasks.task.update");
      request.parameters().put("taskId", Long.parseLong(id));
      request.parameters().putObject("fields").put("DESCRIPTION", task.text());
      return request;
    }

    @Override
    BitrixRequest complete(String id) {
      BitrixRequest request = BitrixRequest.of("tasks.task.complete");
      request.parameters().put("taskId", Long.parseLong(id));
      return request;
    }
  };

  /** Looks for a part of the title. */
  abstract BitrixRequest find(String mark);

  /** The id that the ledger stores. */
  abstract Optional<String> found(JsonNode result);

  abstract BitrixRequest create(CrmTask task, @Nullable Owner owner);

  /** The id that the ledger stores; empty where the answer has none. */
  abstract Optional<String> created(JsonNode result, @Nullable Owner owner);

  /** Writes the text alone: people may have moved the deadline. */
  abstract BitrixRequest update(String id, CrmTask task);

  abstract BitrixRequest complete(String id);

  /** The word in the configuration. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
