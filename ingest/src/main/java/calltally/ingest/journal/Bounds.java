package calltally.ingest.journal;

/**
 * Upper bounds of a queue or a batch.
 *
 * @param rows notifications and rejected requests
 * @param characters of all rows together, as sent to the database
 */
public record Bounds(int rows, int characters) {

  boolean allow(int moreRows, long moreCharacters) {
    return moreRows <= rows && moreCharacters <= characters;
  }
}
