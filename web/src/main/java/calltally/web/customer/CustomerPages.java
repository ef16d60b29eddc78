package calltally.web.customer;

import calltally.reporting.render.wording.Wording;
import calltally.web.calls.CallCells;
import calltally.web.calls.ListedCall;
import calltally.web.frame.Frame;
import calltally.web.frame.PageTable;
import calltally.web.frame.PageTable.Cell;
import calltally.web.frame.PageTable.Head;
import calltally.web.frame.View;
import calltally.web.http.PageTexts;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes a customer's calls as a page. */
final class CustomerPages {

  private final View view;
  private final Wording wording;
  private final PageTexts texts;
  private final CallCells cells;

  CustomerPages(View view) {
    this.view = view;
    this.wording = view.wording();
    this.texts = view.texts();
    this.cells = new CallCells(view);
  }

  /**
   * The page of someone with at least one call.
   *
   * @param csv link to the calls as CSV
   */
  CustomerPage page(
      String company, List<ListedCall> calls, Map<String, FollowUp> followUps, String csv) {
    String customer = calls.get(0).customer();
    String number = wording.customer(customer);
    return new CustomerPage(
        Frame.of(company, number, "/calls", view),
        number,
        wording.dialled(customer).orElse(""),
        summary(calls, followUps),
        new PageTable(
            "calls",
            texts.text("call_list"),
            heads(),
            calls.stream().map(call -> row(call, followUps.get(call.id()))).toList(),
            csv,
            "",
            calls.size() < CustomerRoutes.MOST_CALLS
                ? ""
                : texts.text("customer.most", CustomerRoutes.MOST_CALLS)));
  }

  private String summary(List<ListedCall> calls, Map<String, FollowUp> followUps) {
    long incoming = calls.stream().filter(ListedCall::isIncoming).count();
    long missed = calls.stream().filter(call -> call.reason() != null).count();
    boolean isWaiting =
        calls.stream().map(call -> followUps.get(call.id())).anyMatch(CustomerPages::isWaiting);
    String counts = texts.text("customer.counts", incoming, missed, calls.size() - incoming);
    return isWaiting ? counts + " " + texts.text("customer.waits") : counts;
  }

  private static boolean isWaiting(@Nullable FollowUp followUp) {
    return followUp != null
        && (followUp.state().equals("outstanding") || followUp.state().equals("tried"));
  }

  private List<Head> heads() {
    return List.of(
        Head.text(texts.text("call_list.start")),
        Head.text(texts.text("waiting.line")),
        Head.text(texts.text("call_list.outcome")),
        Head.text(texts.text("customer.state")),
        Head.text(texts.text("managers.manager")),
        Head.number(texts.text("call_list.waited")),
        Head.number(texts.text("call_list.talked")));
  }

  private List<Cell> row(ListedCall call, @Nullable FollowUp followUp) {
    return List.of(
        cells.start(call, false),
        cells.line(call),
        cells.outcome(call),
        state(followUp),
        cells.manager(call),
        cells.waited(call),
        cells.talked(call));
  }

  private Cell state(@Nullable FollowUp followUp) {
    if (followUp == null) {
      return Cell.of("");
    }
    String state = wording.text("state." + followUp.state());
    return Cell.of(followUp.by() == null ? state : state + " (" + followUp.by() + ")");
  }
}
