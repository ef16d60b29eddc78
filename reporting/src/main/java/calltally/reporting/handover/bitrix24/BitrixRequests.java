package calltally.reporting.handover.bitrix24;

import calltally.reporting.handover.CrmTask;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The requests about customers, which a to-do or a task belongs to. */
final class BitrixRequests {

  private static final String ORIGINATOR = "calltally";

  private BitrixRequests() {}

  /** Finds leads, contacts and companies. */
  static BitrixRequest customers(String number) {
    BitrixRequest request = BitrixRequest.of("crm.duplicate.findbycomm");
    request.parameters().put("type", "PHONE");
    NumberSpellings.of(number).forEach(request.parameters().putArray("values")::add);
    return request;
  }

  /** Finds the lead that was created for a task. */
  static BitrixRequest lead(CrmTask task) {
    BitrixRequest request = BitrixRequest.of("crm.lead.list");
    request
        .parameters()
        .putObject("filter")
        .put("=ORIGINATOR_ID", ORIGINATOR)
        .put("=ORIGIN_ID", task.mark());
    request.parameters().putArray("select").add("ID");
    return request;
  }

  static BitrixRequest newLead(CrmTask task, String number) {
    BitrixRequest request = BitrixRequest.of("crm.lead.add");
    ObjectNode fields = request.parameters().putObject("fields");
    fields.put("TITLE", task.title());
    fields.put("SOURCE_ID", "CALL");
    fields.put("ORIGINATOR_ID", ORIGINATOR);
    fields.put("ORIGIN_ID", task.mark());
    fields.put("ASSIGNED_BY_ID", task.responsible());
    fields.putArray("PHONE").addObject().put("VALUE", number).put("VALUE_TYPE", "WORK");
    return request;
  }
}
