package calltally.reporting.delivery.subscription;

import calltally.reporting.delivery.schedule.PlannedRun;
import calltally.reporting.delivery.schedule.ReportPlan;
import calltally.reporting.report.CustomerNumbers;
import calltally.reporting.report.ReportFilter;
import calltally.reporting.report.ReportKind;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who gets which report when.
 *
 * @param name from the configuration; null without one
 * @param zone the source's
 * @param fanOut null for one report
 */
public record Subscription(
    @Nullable String name,
    ReportKind report,
    String source,
    ZoneId zone,
    ReportFilter filter,
    @Nullable FanOut fanOut,
    Recipients recipients,
    ReportOptions options,
    DeliveryRules rules) {

  /**
   * The subscription's identity in the ledger: its name, or else what it reports and how that is
   * worded. Changes of time, recipients or formats do not affect it.
   */
  public String key() {
    if (name != null) {
      return name;
    }
    List<String> words = new ArrayList<>(List.of(report.toString(), source));
    add(words, "line", filter.line());
    add(words, "department", filter.department());
    add(words, "manager", filter.manager());
    if (fanOut != null) {
      words.add("each " + fanOut.each());
    }
    words.add(options.language().getLanguage());
    if (options.numbers() == CustomerNumbers.MASKED) {
      words.add("masked");
    }
    return String.join(" ", words);
  }

  private static void add(List<String> words, String what, @Nullable String value) {
    if (value != null) {
      words.add(what + " \"" + value + "\"");
    }
  }

  /** The part of a split subscription that is about one department or manager. */
  public Subscription of(String subject, FanOut each) {
    return new Subscription(
        key() + ": " + subject,
        report,
        source,
        zone,
        filterOf(subject, each),
        null,
        each.recipients(subject, recipients),
        options,
        rules);
  }

  private ReportFilter filterOf(String subject, FanOut each) {
    return switch (each.each()) {
      case DEPARTMENT -> new ReportFilter(filter.line(), subject, filter.manager());
      case MANAGER -> new ReportFilter(filter.line(), filter.department(), subject);
    };
  }

  /** The subscription's first run after {@code now}. */
  public PlannedRun next(Instant now) {
    return plan().next(now);
  }

  public ReportPlan plan() {
    return new ReportPlan(report, rules.schedule(), zone);
  }
}
