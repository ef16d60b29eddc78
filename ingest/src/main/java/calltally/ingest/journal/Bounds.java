package calltally.ingest.journal;

/**
 * How much at most.
 *
 * @param rows deliveries
 * @param characters of all of them together, as they go to the database
 */
public record Bounds(int rows, int characters) {

  boolean allow(int moreRows, long moreCharacters) {
    return moreRows <= rows && moreCharacters <= characters;
  }
}
