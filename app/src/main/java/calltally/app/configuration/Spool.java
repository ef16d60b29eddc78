package calltally.app.configuration;

/**
 * What waits for the database while it is away.
 *
 * @param size in bytes, at most
 */
public record Spool(long size) {

  private static final long GIBIBYTE = 1L << 30;

  static Spool from(Entry entry) {
    Entry spool = entry.mapping("size");
    return new Spool(spool.get("size").or(Rule.SIZE, GIBIBYTE));
  }
}
