package calltally.sql.retention;

/**
 * What a disposal has let go of.
 *
 * @param notifications dropped
 * @param requests rejected ones, deleted
 * @param calls deleted
 * @param recordings calls without their links from now on
 * @param numbers calls, and notifications of none, in which customers' numbers became pseudonyms
 */
public record RetentionResult(
    long notifications, long requests, long calls, long recordings, long numbers) {

  boolean isNothing() {
    return notifications + requests + calls + recordings + numbers == 0;
  }
}
