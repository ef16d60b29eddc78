package calltally.web.frame;

/** A parameter that is none, such as a date that does not exist. */
public final class BadRequestException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public BadRequestException() {
    super("a parameter that cannot be read", null, false, false);
  }
}
