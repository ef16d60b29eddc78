package calltally.ingest.file.line;

import calltally.exchange.Rejection;
import org.jspecify.annotations.Nullable;

/** Says why a line cannot be read, without quoting it. */
public final class DamagedLine extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Rejection rejection;

  public DamagedLine(@Nullable String field, String rule) {
    this(field, rule, null);
  }

  /** Shows what stands there to the person who imports the file; it is not stored. */
  public DamagedLine(@Nullable String field, String rule, @Nullable String sent) {
    super(rule);
    rejection = new Rejection(field, rule, sent);
  }

  public Rejection rejection() {
    return rejection;
  }
}
