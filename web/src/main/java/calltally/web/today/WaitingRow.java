package calltally.web.today;

import calltally.reporting.render.wording.LineName;
import calltally.reporting.render.wording.Notation;
import calltally.reporting.render.wording.Wording;
import calltally.reporting.report.MissedCall;
import calltally.reporting.report.Period;
import calltally.reporting.report.WaitingCaller;
import calltally.web.http.PageTexts;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A customer who waits for a call back.
 *
 * @param customer the number itself, never shown
 * @param link to the customer's page; null when the reader sees none
 * @param tel the number dialled when it is tapped; null where it is hidden
 * @param waits since the last missed call
 * @param tries calls placed to the customer since; empty when they are not counted
 * @param triedBy who placed the first of them
 */
public record WaitingRow(
    String customer,
    String number,
    @Nullable String link,
    @Nullable String tel,
    String waits,
    String missedCalls,
    String lastAt,
    String line,
    String tries,
    String triedBy) {

  static WaitingRow of(
      WaitingCaller caller, Period today, Instant now, Wording wording, PageTexts texts) {
    String tries = caller.tries() == 0 ? Notation.NONE : wording.notation().count(caller.tries());
    return new WaitingRow(
        caller.customer(),
        wording.customer(caller.customer()),
        null,
        wording.dialled(caller.customer()).orElse(null),
        waits(Duration.between(caller.missedAt(), now), wording, texts),
        wording.notation().count(caller.missedCalls()),
        lastAt(caller.missedAt(), today, wording),
        LineName.of(caller.line(), wording),
        tries,
        caller.triedBy() == null ? "" : caller.triedBy());
  }

  /** The same with a link to the customer's page. */
  WaitingRow linked(@Nullable String page) {
    return new WaitingRow("", number, page, tel, waits, missedCalls, lastAt, line, tries, triedBy);
  }

  /** A missed call that rang at the manager who reads the page. */
  static WaitingRow of(
      MissedCall call, Period today, Instant now, Wording wording, PageTexts texts) {
    return new WaitingRow(
        "",
        wording.customer(call.customer()),
        null,
        wording.dialled(call.customer()).orElse(null),
        waits(Duration.between(call.missedAt(), now), wording, texts),
        "",
        lastAt(call.missedAt(), today, wording),
        LineName.of(call.line(), wording),
        "",
        call.calledBackBy() == null ? "" : call.calledBackBy());
  }

  /** Whole minutes, so that the page changes once a minute; from a day on whole hours. */
  private static String waits(Duration waits, Wording wording, PageTexts texts) {
    return waits.toDays() > 0
        ? texts.text("waits", waits.toDays(), waits.toHoursPart())
        : wording.notation().inWords(Duration.ofMinutes(Math.max(0, waits.toMinutes())));
  }

  private static String lastAt(Instant at, Period today, Wording wording) {
    return at.isBefore(today.start())
        ? wording.notation().dayAndTime(at, today.zone())
        : wording.notation().time(at, today.zone());
  }
}
