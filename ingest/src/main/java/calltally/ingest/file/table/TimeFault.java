package calltally.ingest.file.table;

import calltally.ingest.file.line.DamagedLine;
import java.util.regex.Pattern;

/**
 * Why a text is no moment, although it looks like one.
 *
 * @param text what such a text looks like
 * @param rule what is wrong, and what to do
 */
public record TimeFault(Pattern text, String rule) {

  private static final String DATE =
      "(?:\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2}|\\d{1,2}[-/.]\\d{1,2}[-/.]\\d{4})";

  private static final TimeFault[] ALL = {
    new TimeFault(
        Pattern.compile(DATE + "[T ]?"),
        "a time must have a time of day next to its date: export the column with both"),
    new TimeFault(
        Pattern.compile("\\d{1,2}:\\d\\d(?::\\d\\d(?:[.,]\\d+)?)?(?: ?(?i:[ap]\\.?m\\.?))?"),
        "a time must have a date next to its time of day: export the column with both"),
    new TimeFault(
        Pattern.compile(".*[T ,](?:0?0|1[3-9]|2\\d):\\d\\d.*(?i:[ap]\\.?m\\.?)"),
        "an hour with AM or PM must be from 1 to 12: export times of 24 hours"),
    new TimeFault(
        Pattern.compile(
            DATE + "[T ,]+\\d{1,2}:\\d\\d\\S* ?(?!(?i:[ap]\\.?m\\.?)$)[A-Za-z][A-Za-z/_]+"),
        "a time must not name its zone in letters: write the offset, such as +03:00, or leave it"
            + " out and give the zone to the source"),
    new TimeFault(
        Pattern.compile("\\d+(?:[.,]\\d+)?[eE][+-]?\\d+"),
        "a time must not be a number that a spreadsheet has rounded: give the column the format of"
            + " a date and time, and export it again"),
    new TimeFault(
        Pattern.compile("[34]\\d{4}(?:[.,]\\d+)?"),
        "a time must not be a number of days, as spreadsheets count them: give the column the"
            + " format of a date and time, and export it again")
  };

  /** Refuses a text of a kind that is known to be no moment. */
  public static void refuse(String text) {
    for (TimeFault fault : ALL) {
      if (fault.text.matcher(text).matches()) {
        throw new DamagedLine("time", fault.rule, text);
      }
    }
  }
}
