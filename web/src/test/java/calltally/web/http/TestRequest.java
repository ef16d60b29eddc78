package calltally.web.http;

import java.net.InetAddress;
import java.util.Map;

/** Requests of a browser on this machine. */
final class TestRequest {

  private static final RequestOrigin LOCAL =
      new RequestOrigin(InetAddress.getLoopbackAddress(), true, true);
  private static final RequestHints NONE = new RequestHints(null, null, null, null);

  private TestRequest() {}

  static PageRequest of(String method, String path) {
    return new PageRequest(method, path, Map.of(), Map.of(), Map.of(), LOCAL, NONE);
  }

  /** A request for the first page, with these headers. */
  static PageRequest with(RequestHints hints) {
    return new PageRequest("GET", "/", Map.of(), Map.of(), Map.of(), LOCAL, hints);
  }
}
