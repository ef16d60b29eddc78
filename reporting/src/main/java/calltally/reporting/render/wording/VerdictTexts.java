package calltally.reporting.render.wording;

/**
 * The texts of verdicts in one style.
 *
 * @param style with which their keys begin: {@code verdict} or {@code headline}
 */
record VerdictTexts(String style, Wording wording) {

  /** Two parts as one text. */
  String joined(String first, String second) {
    return wording.text(style, first, second);
  }

  String text(String key, Object... values) {
    return wording.text(style + "." + key, values);
  }

  String counted(String key, int count, Object... more) {
    return wording.counted(style + "." + key, count, more);
  }

  /** The text of a count; empty for none. */
  String countedIfAny(String key, int count) {
    return count == 0 ? "" : counted(key, count);
  }
}
