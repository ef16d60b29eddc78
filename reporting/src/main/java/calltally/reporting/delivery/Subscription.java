package calltally.reporting.delivery;

import calltally.reporting.delivery.schedule.Plan;
import calltally.reporting.delivery.schedule.PlannedRun;
import calltally.reporting.report.CustomerNumbers;
import calltally.reporting.report.Filter;
import calltally.reporting.report.ReportKind;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who gets which report when.
 *
 * @param name that somebody gave it; null without one
 * @param zone the source's
 * @param fanOut null for one report
 */
public record Subscription(
    @Nullable String name,
    ReportKind report,
    String source,
    ZoneId zone,
    Filter filter,
    @Nullable FanOut fanOut,
    Recipients recipients,
    Edition edition,
    Terms terms) {

  /**
   * What the ledger knows it by: its name, or else what it tells and in which words. Another time,
   * other recipients or formats leave it the same.
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
    words.add(edition.language().getLanguage());
    if (edition.numbers() == CustomerNumbers.MASKED) {
      words.add("masked");
    }
    return String.join(" ", words);
  }

  private static void add(List<String> words, String what, @Nullable String value) {
    if (value != null) {
      words.add(what + " \"" + value + "\"");
    }
  }

  /** The one report of it that is about the name: a department or manager, as it fans out. */
  Subscription of(String subject, FanOut each) {
    Filter own =
        switch (each.each()) {
          case DEPARTMENT -> new Filter(filter.line(), subject, filter.manager());
          case MANAGER -> new Filter(filter.line(), filter.department(), subject);
        };
    return new Subscription(
        key() + ": " + subject,
        report,
        source,
        zone,
        own,
        null,
        each.recipients(subject, recipients),
        edition,
        terms);
  }

  /** Its first run after {@code now}. */
  public PlannedRun next(Instant now) {
    return plan().next(now);
  }

  Plan plan() {
    return new Plan(report, terms.schedule(), zone);
  }
}
