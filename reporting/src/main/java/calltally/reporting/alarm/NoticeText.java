package calltally.reporting.alarm;

import calltally.reporting.render.wording.Wording;
import calltally.reporting.report.CustomerNumbers;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;

/** The texts of alarms: for people in their language, for programs as JSON. */
final class NoticeText {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Wording wording;

  NoticeText(Locale locale) {
    this.wording = Wording.of(locale, CustomerNumbers.MASKED);
  }

  /** Says what is wrong, in a sentence or two. */
  String sentence(Observation observation) {
    return wording.text("watch." + observation.kind(), observation.facts().values().toArray());
  }

  /** The facts of an observation, as the ledger stores them. */
  String facts(Observation observation) {
    return written(observation.facts());
  }

  String subject(Notice notice) {
    Notice.Alarm alarm = notice.alarm();
    String whose = alarm.source().isEmpty() ? "Calltally" : alarm.source();
    String title = wording.text("watch.%s.title".formatted(alarm.kind()));
    return wording.text("watch.subject." + notice.stage(), whose, title);
  }

  String text(Notice notice) {
    Notice.Alarm alarm = notice.alarm();
    String began = wording.moment(alarm.beganAt(), alarm.zone());
    String when =
        notice.stage() == AlarmStage.BEGIN
            ? wording.text("watch.begin", began, alarm.zone())
            : wording.text(
                "watch.end", began, wording.moment(notice.at(), alarm.zone()), alarm.zone());
    return "%s%n%n%s%n%n%s%n".formatted(subject(notice), alarm.words(), when).replace("\r\n", "\n");
  }

  /** One JSON object; its field names are a public interface. */
  String json(Notice notice) {
    Notice.Alarm alarm = notice.alarm();
    ObjectNode json = JSON.createObjectNode();
    json.put("id", notice.id());
    json.put("alarm", alarm.kind().toString());
    json.put("state", notice.stage() == AlarmStage.BEGIN ? "begun" : "ended");
    json.put("source", alarm.source().isEmpty() ? null : alarm.source());
    json.put("began_at", alarm.beganAt().toString());
    json.put("ended_at", notice.stage() == AlarmStage.END ? notice.at().toString() : null);
    json.put("message", alarm.words());
    json.set("facts", facts(notice));
    return written(json);
  }

  private static JsonNode facts(Notice notice) {
    try {
      return JSON.readTree(notice.alarm().facts());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(
          "cannot read facts of alarm %s: must be JSON".formatted(notice.id()), e);
    }
  }

  private static String written(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("internal error while writing an alarm as JSON", e);
    }
  }
}
