package calltally.web.today;

import calltally.reporting.render.wording.LineName;
import calltally.reporting.render.wording.Notation;
import calltally.reporting.render.wording.PhoneNumberFormat;
import calltally.reporting.render.wording.Wording;
import calltally.web.http.PageTexts;
import java.time.ZoneId;

/** A call in progress. */
public record CallRow(String startedAt, String number, String line, String state, String manager) {

  static CallRow of(CallInProgress call, ZoneId zone, Wording wording, PageTexts texts) {
    String state = call.answeredAt() == null ? "call.ringing" : "call.talking";
    return new CallRow(
        wording.notation().time(call.startedAt(), zone),
        wording.customer(call.customer()),
        LineName.of(call.line(), wording),
        texts.text(call.isIncoming() ? state : state + ".outgoing"),
        call.manager() == null ? Notation.NONE : PhoneNumberFormat.readable(call.manager()));
  }
}
