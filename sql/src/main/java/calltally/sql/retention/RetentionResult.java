package calltally.sql.retention;

/**
 * Counts of what one retention run has deleted or changed.
 *
 * @param notifications deleted
 * @param requests rejected requests deleted
 * @param calls calls deleted
 * @param recordings calls whose links to recordings were removed
 * @param numbers calls, and notifications without a call, in which pseudonyms replaced customers'
 *     numbers
 * @param pageAccess entries of who opened a customer's page, deleted
 */
public record RetentionResult(
    long notifications, long requests, long calls, long recordings, long numbers, long pageAccess) {

  boolean isNothing() {
    return notifications + requests + calls + recordings + numbers + pageAccess == 0;
  }
}
