package calltally.app.configuration;

import java.util.List;

/**
 * Who gets which report when.
 *
 * @param report kind of the report
 * @param source name of the source that it is about
 * @param at days and time, in the source's zone
 * @param to mail addresses
 * @param lang language
 * @param formats file formats
 */
public record Subscription(
    String report, String source, String at, List<String> to, String lang, List<String> formats) {

  static Subscription from(Entry entry) {
    Entry subscription = entry.mapping("report", "source", "at", "to", "lang", "formats");
    subscription.get("to").requirePresent();
    return new Subscription(
        subscription.get("report").required(Rule.NAME, ""),
        subscription.get("source").or(Rule.NAME, SourceEntry.DEFAULT_NAME),
        subscription.get("at").required(Rule.MOMENT, ""),
        subscription.get("to").all(Rule.ADDRESS),
        subscription.get("lang").or(Rule.oneOf("en", "ru"), "en"),
        subscription.get("formats").all(Rule.oneOf("pdf", "xlsx", "csv", "json")));
  }
}
