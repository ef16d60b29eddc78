package calltally.app.configuration;

/**
 * How calls and statistics are kept up to date.
 *
 * @param slices into how many slices the sources are split, each refreshed on its own
 */
public record RefreshEntry(int slices) {

  /** Each slice that is refreshed takes two connections. */
  private static final int MOST_BY_DEFAULT = 8;

  static RefreshEntry from(YamlValue entry) {
    YamlValue refresh = entry.mapping("slices");
    return new RefreshEntry(refresh.get("slices").or(ValueRule.SLICES, byCores()));
  }

  private static int byCores() {
    return Math.min(Runtime.getRuntime().availableProcessors(), MOST_BY_DEFAULT);
  }
}
