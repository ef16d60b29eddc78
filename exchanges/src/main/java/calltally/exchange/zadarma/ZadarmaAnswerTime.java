package calltally.exchange.zadarma;

import calltally.exchange.zadarma.ZadarmaCall.Sent;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * When an answer happened, whose message may have been late.
 *
 * <p>The talk cannot have been shorter than the exchange says.
 *
 * @param sent all messages of the call
 */
record ZadarmaAnswerTime(List<Sent> sent) {

  /** It is not documented whether a duration is that of the talk, or of the whole call. */
  private static final Duration DOUBT = Duration.ofSeconds(5);

  private static final BigDecimal MILLIS = BigDecimal.valueOf(1000);

  /**
   * The time of one answer.
   *
   * @param earliest when it can have happened
   */
  Instant of(Sent answer, Instant earliest) {
    Instant time = answer.time();
    for (Sent end : sent) {
      if (end.said().event().isEnd()) {
        time = ZadarmaCall.earlier(time, end.time());
        BigDecimal duration = end.said().duration();
        if (end.said().isAnswered() && duration != null) {
          Instant latest = end.time().minusMillis(duration.multiply(MILLIS).longValue());
          time = latest.minus(DOUBT).isAfter(earliest) ? ZadarmaCall.earlier(time, latest) : time;
        }
      }
    }
    return time;
  }
}
