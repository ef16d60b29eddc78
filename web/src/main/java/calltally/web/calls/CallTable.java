package calltally.web.calls;

import calltally.reporting.export.Table;
import calltally.reporting.report.CustomerKey;
import calltally.web.frame.PageTable;
import calltally.web.frame.PageTable.Cell;
import calltally.web.frame.PageTable.Head;
import calltally.web.frame.View;
import calltally.web.http.PageTexts;
import java.util.List;
import java.util.Map;

/** Calls as a table of a page, and as CSV. */
final class CallTable {

  private CallTable() {}

  static PageTable of(
      List<ListedCall> calls,
      Map<String, CustomerKey> keys,
      boolean isOneDay,
      String csv,
      View view) {
    CallCells cells = new CallCells(view);
    return new PageTable(
        "calls",
        view.texts().text("call_list"),
        heads(view.texts()),
        calls.stream().map(call -> row(call, keys, isOneDay, cells)).toList(),
        csv,
        view.texts().text("call_list.none"),
        "");
  }

  private static List<Head> heads(PageTexts texts) {
    return List.of(
        Head.text(texts.text("call_list.start")),
        Head.text(texts.text("call_list.customer")),
        Head.text(texts.text("waiting.line")),
        Head.text(texts.text("call_list.outcome")),
        Head.text(texts.text("managers.manager")),
        Head.number(texts.text("call_list.waited")),
        Head.number(texts.text("call_list.talked")));
  }

  private static List<Cell> row(
      ListedCall call, Map<String, CustomerKey> keys, boolean isOneDay, CallCells cells) {
    return List.of(
        cells.start(call, isOneDay),
        cells.customer(call, call.customer() == null ? null : keys.get(call.customer())),
        cells.line(call),
        cells.outcome(call),
        cells.manager(call),
        cells.waited(call),
        cells.talked(call));
  }

  /** The same with more columns. */
  static Table<ListedCall> csv(List<ListedCall> calls) {
    return Table.of("calls", CallColumns.all(), calls);
  }
}
