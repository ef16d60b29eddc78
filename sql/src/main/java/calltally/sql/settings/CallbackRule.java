package calltally.sql.settings;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Until when missed callers must be called back, and who is notified otherwise. Null stands for the
 * value of the department, else of the source.
 *
 * @param deadline how long a caller may wait
 * @param time which time counts
 * @param recipients mail addresses
 * @param masksNumbers whether customers' numbers are masked for the recipients
 */
public record CallbackRule(
    @Nullable Duration deadline,
    @Nullable CallbackTime time,
    @Nullable List<String> recipients,
    @Nullable Boolean masksNumbers) {

  /** Sets nothing. */
  public static final CallbackRule NONE = new CallbackRule(null, null, null, null);

  public CallbackRule {
    recipients = recipients == null ? null : List.copyOf(recipients);
  }
}
