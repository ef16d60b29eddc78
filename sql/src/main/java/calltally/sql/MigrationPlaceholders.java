package calltally.sql;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Values of the placeholders in the migration files. */
final class MigrationPlaceholders {

  /** The views that a refresh reads, each after the views that it depends on. */
  private static final List<String> VIEWS_OF_A_REFRESH =
      List.of(
          "calls/R__210_calls.customer_call",
          "calls/R__211_calls.followed_call",
          "calls/R__212_calls.fresh_missed_call",
          "calls/R__213_calls.judged_busy_attempt",
          "stats/R__300_stats.counted_call",
          "stats/R__301_stats.counted_attempt",
          "stats/R__302_stats.placed_call",
          "stats/R__305_stats.fresh_day_silence",
          "stats/R__306_stats.fresh_hourly_line",
          "stats/R__307_stats.fresh_daily_manager",
          "stats/R__308_stats.fresh_daily_quality",
          "stats/R__309_stats.journal_date");

  private MigrationPlaceholders() {}

  static Map<String, String> all() {
    String grants = GrantStatements.all();
    return Map.of(
        "calls",
        "calls",
        "stats",
        "stats",
        "rebuilt_views",
        rebuiltViews(),
        "grants",
        grants,
        "grants_digest",
        Integer.toHexString(grants.hashCode()),
        "fingerprint",
        SchemaFingerprint.ofProgram());
  }

  /** The files of those views without their comments, for the schemas of a rebuild. */
  private static String rebuiltViews() {
    return VIEWS_OF_A_REFRESH.stream()
        .map(MigrationPlaceholders::text)
        .map(text -> text.substring(0, text.indexOf("comment on view ")))
        .collect(Collectors.joining("\n"))
        .replace("${calls}", "calls_rebuilt")
        .replace("${stats}", "stats_rebuilt");
  }

  private static String text(String file) {
    try (InputStream text =
        Objects.requireNonNull(
            MigrationPlaceholders.class.getResourceAsStream("migration/" + file + ".sql"), file)) {
      return new String(text.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
