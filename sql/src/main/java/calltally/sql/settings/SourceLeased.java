package calltally.sql.settings;

/** A running service takes notifications that it would no longer be allowed to take. */
public final class SourceLeased extends RuntimeException {

  private static final long serialVersionUID = 1;

  private SourceLeased(String reason, String source, String service) {
    super(
        "cannot apply the configured sources: %s source %s of a running service (%s); stop that"
                .formatted(reason, source, service)
            + " service, or use serve --replace-sources");
  }

  static SourceLeased leftOut(String source, String service) {
    return new SourceLeased("they leave out", source, service);
  }

  static SourceLeased narrowed(String source, String service) {
    return new SourceLeased("they change tokens, signing secrets or networks of", source, service);
  }
}
