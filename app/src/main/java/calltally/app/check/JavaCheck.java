package calltally.app.check;

import calltally.app.terminal.Message;

/**
 * Whether this Java is of a version that works.
 *
 * @param feature its number, such as 17
 * @param version as it names itself
 */
record JavaCheck(int feature, String version) {

  private static final CheckSubject SUBJECT = CheckSubject.JAVA;
  private static final int OLDEST = 17;
  private static final int NEWEST = 25;

  public static JavaCheck of(Runtime.Version version) {
    return new JavaCheck(version.feature(), version.toString());
  }

  public CheckResult result() {
    Message finding = Message.verbatim(version);
    if (feature < OLDEST) {
      return CheckResult.failed(
          SUBJECT, finding, Message.of("check.java.too_old", String.valueOf(OLDEST)));
    }
    return feature > NEWEST
        ? CheckResult.warning(
            SUBJECT, finding, Message.of("check.untested", String.valueOf(NEWEST)))
        : CheckResult.ok(SUBJECT, finding);
  }
}
