package calltally.web.calls;

import calltally.reporting.render.wording.LineName;
import calltally.reporting.render.wording.Notation;
import calltally.reporting.render.wording.PhoneNumberFormat;
import calltally.reporting.render.wording.Wording;
import calltally.reporting.report.CustomerKey;
import calltally.web.frame.PageTable.Cell;
import calltally.web.frame.View;
import org.jspecify.annotations.Nullable;

/** A call in words, as it stands in a list. */
public final class CallCells {

  private final View view;
  private final Wording wording;
  private final Notation notation;

  public CallCells(View view) {
    this.view = view;
    this.wording = view.wording();
    this.notation = wording.notation();
  }

  /** Its time, which opens it. */
  public Cell start(ListedCall call, boolean isOneDay) {
    String text =
        isOneDay
            ? notation.time(call.startedAt(), view.source().zone())
            : notation.dayAndTime(call.startedAt(), view.source().zone());
    return Cell.link(text, view.link("/calls/", call.id()).url());
  }

  /** The customer's number, which opens their page. */
  public Cell customer(ListedCall call, @Nullable CustomerKey key) {
    String number = wording.customer(call.customer());
    return Cell.customer(
        number, key == null ? null : view.link("/customer/", key.toString()).url());
  }

  public Cell line(ListedCall call) {
    return Cell.of(call.line().number() == null && !call.isIncoming() ? Notation.NONE : name(call));
  }

  private String name(ListedCall call) {
    return LineName.of(call.line(), wording);
  }

  public Cell manager(ListedCall call) {
    return Cell.of(
        call.manager() == null ? Notation.NONE : PhoneNumberFormat.readable(call.manager()));
  }

  /** How it ended, and why it was missed. */
  public Cell outcome(ListedCall call) {
    String direction = call.isIncoming() ? "" : ".outgoing";
    String outcome = view.texts().text("outcome." + call.outcome() + direction);
    boolean isMissed = call.reason() != null;
    String reason =
        isMissed ? ": " + notation.uncapitalized(wording.text("reason." + call.reason())) : "";
    return Cell.of(outcome + reason).as(isMissed ? "bad" : "");
  }

  public Cell waited(ListedCall call) {
    return Cell.of(notation.clock(call.waited()));
  }

  public Cell talked(ListedCall call) {
    return Cell.of(notation.clock(call.talked()));
  }
}
