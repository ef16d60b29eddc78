package calltally.app.check;

/**
 * Whether the Java that runs this is one that works.
 *
 * @param feature its number, such as 17
 * @param version as it calls itself
 */
record JavaCheck(int feature, String version) {

  private static final String SUBJECT = "Java";
  private static final int OLDEST = 17;
  private static final int NEWEST = 25;

  /** The one of a machine. */
  public static JavaCheck of(Runtime.Version version) {
    return new JavaCheck(version.feature(), version.toString());
  }

  public CheckResult result() {
    if (feature < OLDEST) {
      return CheckResult.failed(SUBJECT, version, OLDEST + " is the oldest that works");
    }
    return feature > NEWEST
        ? CheckResult.warning(SUBJECT, version, NEWEST + " is the newest that was tried")
        : CheckResult.ok(SUBJECT, version);
  }
}
