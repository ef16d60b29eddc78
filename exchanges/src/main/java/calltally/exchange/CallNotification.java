package calltally.exchange;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One notification of the definitions, as a translation returns it.
 *
 * @param digest of the raw notification that it comes from; orders what is equal otherwise
 * @param caller normalised; null when withheld or not told
 * @param receiver normalised; null when withheld or not told
 * @param status answer, noanswer, busy, cancel, unavailable, other or missed; null when not told
 * @param duration seconds; null when not told
 * @param audioPath link of the recording; null when not told
 */
public record CallNotification(
    CallEvent event,
    Instant time,
    String digest,
    @Nullable String caller,
    @Nullable String receiver,
    @Nullable String status,
    @Nullable BigDecimal duration,
    @Nullable String audioPath) {

  /** One that only names the two parties. */
  public static CallNotification of(
      CallEvent event,
      Instant time,
      RawNotification from,
      @Nullable String caller,
      @Nullable String receiver) {
    return new CallNotification(event, time, from.digest(), caller, receiver, null, null, null);
  }

  /** The same with a status. */
  public CallNotification ended(@Nullable String how) {
    return new CallNotification(event, time, digest, caller, receiver, how, duration, audioPath);
  }

  /** The same with a duration in seconds. */
  public CallNotification lasting(@Nullable BigDecimal seconds) {
    return new CallNotification(event, time, digest, caller, receiver, status, seconds, audioPath);
  }
}
