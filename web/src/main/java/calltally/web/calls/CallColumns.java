package calltally.web.calls;

import calltally.reporting.export.Columns;

/** The columns of calls in a CSV, under the names of {@code analytics.call}. */
public final class CallColumns {

  private CallColumns() {}

  public static Columns<ListedCall> all() {
    return new Columns<ListedCall>()
        .number("pbx_id", ListedCall::id)
        .text("direction", call -> call.isIncoming() ? "incoming" : "outgoing")
        .date("local_date", ListedCall::date)
        .moment("started_at", ListedCall::startedAt)
        .customer("customer", ListedCall::customer)
        .number("line", call -> call.line().number())
        .text("line_name", call -> call.line().name())
        .text("manager", ListedCall::manager)
        .text("outcome", ListedCall::outcome)
        .text("missed_reason", ListedCall::reason)
        .seconds("wait_seconds", ListedCall::waited)
        .seconds("talk_seconds", ListedCall::talked)
        .yes("is_short", ListedCall::isShort)
        .text(
            "in_working_hours",
            call -> call.inHours() == null ? null : String.valueOf(call.inHours()))
        .link("recording_url", ListedCall::recording);
  }
}
