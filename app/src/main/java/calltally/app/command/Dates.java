package calltally.app.command;

import calltally.app.terminal.Message;
import calltally.app.terminal.Texts;
import calltally.reporting.report.DateRange;

/** A range of dates as users read it. */
record Dates(DateRange range) {

  String in(Texts texts) {
    String from = texts.time("date", range.from());
    return range.days() == 1
        ? from
        : texts.text(Message.of("dates", from, texts.time("date", range.until().minusDays(1))));
  }
}
