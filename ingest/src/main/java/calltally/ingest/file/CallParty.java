package calltally.ingest.file;

import calltally.ingest.file.table.TableCell;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers as lists of calls write them, with names, channels and abbreviations around them. */
final class CallParty {

  private static final Pattern CHANNEL =
      Pattern.compile("(?i)(?:PJSIP|SIP|IAX2|DAHDI|SCCP|Local|Agent)/([^@/;-]+).*");
  private static final Pattern EXTENSION_WORD = Pattern.compile("(?i)ext(?:ension)?\\.? ?(\\d+)");
  private static final Pattern IN_BRACKETS = Pattern.compile("[^<(]*[<(](\\+?[\\d ]{2,20})[>)].*");
  private static final Pattern BEFORE_BRACKETS = Pattern.compile("(\\+?\\d[\\d -]*\\d) ?[<(].*");

  /** Digits on both sides of the brackets, or behind them, are of one number. */
  private static final Pattern AREA_IN_BRACKETS =
      Pattern.compile("\\+?[\\d .-]*\\(\\d{1,6}\\)[ .-]*\\d[\\d .-]*");

  private static final Pattern EXTENSION = Pattern.compile("\\d{1,6}");
  private static final Pattern DIALPLAN = Pattern.compile("[a-zA-Z]");

  private CallParty() {}

  /** The number, or the text where it holds none; empty for the start of a dialplan. */
  static String of(String cell) {
    String text = TableCell.value(cell);
    if (AREA_IN_BRACKETS.matcher(text).matches()) {
      return text;
    }
    for (Pattern pattern : new Pattern[] {CHANNEL, EXTENSION_WORD, BEFORE_BRACKETS, IN_BRACKETS}) {
      Matcher matcher = pattern.matcher(text);
      if (matcher.matches()) {
        return matcher.group(1).strip();
      }
    }
    return DIALPLAN.matcher(text).matches() ? "" : text;
  }

  static boolean isExtension(String party) {
    return EXTENSION.matcher(party).matches();
  }
}
