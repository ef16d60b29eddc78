package calltally.web.http;

/** Ends a request that cannot be answered. */
final class RefusedRequest extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int status;

  RefusedRequest(int status) {
    super("status " + status, null, false, false);
    this.status = status;
  }

  int status() {
    return status;
  }
}
