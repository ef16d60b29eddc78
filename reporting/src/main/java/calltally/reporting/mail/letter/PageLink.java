package calltally.reporting.mail.letter;

import static java.nio.charset.StandardCharsets.UTF_8;

import calltally.reporting.report.CustomerKey;
import calltally.reporting.report.ReportHead;
import calltally.reporting.report.ReportKind;
import calltally.reporting.report.Scope;
import java.net.URI;
import java.net.URLEncoder;

/** An ordinary URL of the page, which asks for a login: mail scanners open every link first. */
public record PageLink(URI page, boolean isOneSource) {

  /** The day itself for a daily report about it; the report in the archive for any other. */
  public URI to(ReportHead head) {
    Scope scope = head.scope();
    boolean isDay =
        head.kind() == ReportKind.DAILY
            && head.period().isDay()
            && scope.line() == null
            && scope.manager() == null;
    String path = isDay ? "/day/" + head.period().from() : "/reports/" + head.run();
    StringBuilder url = new StringBuilder(root()).append(path).append(source(scope));
    if (isDay && scope.department() != null) {
      url.append(isOneSource ? "?" : "&").append("department=").append(encoded(scope.department()));
    }
    return URI.create(url.toString());
  }

  /** The page with all calls of a customer. */
  public URI to(CustomerKey customer, Scope scope) {
    return URI.create(root() + "/customer/" + customer + source(scope));
  }

  private String root() {
    return page.toString().replaceFirst("/+$", "");
  }

  private String source(Scope scope) {
    return isOneSource ? "" : "?source=" + encoded(scope.source());
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }
}
