package calltally.web.calls;

import calltally.reporting.render.wording.Notation;
import calltally.reporting.render.wording.PhoneNumberFormat;
import calltally.reporting.report.CustomerKey;
import calltally.web.calls.CallPage.Fact;
import calltally.web.frame.Frame;
import calltally.web.frame.PageTable;
import calltally.web.frame.PageTable.Cell;
import calltally.web.frame.PageTable.Head;
import calltally.web.frame.View;
import calltally.web.http.PageTexts;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes a single call as a page. */
final class CallPages {

  private final String company;
  private final View view;
  private final PageTexts texts;
  private final Notation notation;
  private final CallCells cells;

  CallPages(String company, View view) {
    this.company = company;
    this.view = view;
    this.texts = view.texts();
    this.notation = view.wording().notation();
    this.cells = new CallCells(view);
  }

  CallPage page(ListedCall call, List<Ring> rings, Map<String, CustomerKey> keys) {
    ZoneId zone = view.source().zone();
    String heading =
        texts.text(
            call.isIncoming() ? "call.incoming" : "call.outgoing",
            notation.dateAndTime(call.startedAt(), zone));
    return new CallPage(
        Frame.of(company, heading, "/calls", view),
        heading,
        facts(call, keys),
        call.isIncoming() || !rings.isEmpty() ? table(rings) : null);
  }

  private List<Fact> facts(ListedCall call, Map<String, CustomerKey> keys) {
    List<Fact> facts = new ArrayList<>();
    facts.add(
        Fact.of(
            texts.text("call_list.customer"),
            cells.customer(call, call.customer() == null ? null : keys.get(call.customer()))));
    if (call.isIncoming()) {
      facts.add(Fact.of(texts.text("waiting.line"), cells.line(call)));
    }
    facts.add(Fact.of(texts.text("call_list.outcome"), cells.outcome(call)));
    facts.add(Fact.of(texts.text("managers.manager"), cells.manager(call)));
    facts.add(Fact.of(texts.text("call_list.waited"), cells.waited(call)));
    facts.add(Fact.of(texts.text("call_list.talked"), cells.talked(call)));
    String recording = view.wording().recording(call.recording());
    if (recording != null && recording.matches("https?://.*")) {
      facts.add(new Fact(texts.text("call.recording"), view.wording().text("listen"), recording));
    }
    facts.removeIf(fact -> fact.text().equals(Notation.NONE));
    return facts;
  }

  private PageTable table(List<Ring> rings) {
    return new PageTable(
        "rings",
        texts.text("rings"),
        List.of(
            Head.text(texts.text("managers.manager")),
            Head.number(texts.text("rings.start")),
            Head.text(texts.text("call_list.outcome")),
            Head.number(texts.text("rings.rang")),
            Head.number(texts.text("call_list.talked"))),
        rings.stream().map(this::row).toList(),
        "",
        texts.text("rings.none"),
        "");
  }

  private List<Cell> row(Ring ring) {
    String outcome = ring.isBusyInCall() ? "busy_in_call" : ring.outcome();
    return List.of(
        Cell.of(
            ring.manager() == null
                ? texts.text("rings.unknown")
                : PhoneNumberFormat.readable(ring.manager())),
        Cell.of(
            ring.startedAt() == null
                ? Notation.NONE
                : notation.timeWithSeconds(ring.startedAt(), view.source().zone())),
        Cell.of(texts.text("ring." + outcome)),
        Cell.of(notation.clock(ring.rang())),
        Cell.of(ring.outcome().equals("answered") ? notation.clock(ring.talked()) : ""));
  }
}
