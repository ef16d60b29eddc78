package calltally.sql.settings;

/** A running service takes notifications that it would no longer be allowed to take. */
public final class SourceLeased extends RuntimeException {

  private static final long serialVersionUID = 1;

  private SourceLeased(LeasedSource leased, String reason) {
    super(
        "cannot apply the configured sources: %s source %s of a running service (%s); stop that"
                .formatted(reason, leased.name(), leased.service())
            + " service, or use serve --replace-sources");
  }

  static SourceLeased leftOut(LeasedSource leased) {
    return new SourceLeased(leased, "they leave out");
  }

  static SourceLeased narrowed(LeasedSource leased) {
    return new SourceLeased(leased, "they change tokens, signing secrets or networks of");
  }
}
