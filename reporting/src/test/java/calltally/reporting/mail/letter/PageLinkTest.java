package calltally.reporting.mail.letter;

import static org.assertj.core.api.Assertions.assertThat;

import calltally.reporting.render.SampleDay;
import calltally.reporting.report.CustomerKey;
import calltally.reporting.report.ReportHead;
import calltally.reporting.report.Scope;
import java.net.URI;
import org.junit.jupiter.api.Test;

final class PageLinkTest {

  private static final URI PAGE = URI.create("https://calls.example.com/");

  @Test
  void a_daily_report_links_to_its_day_and_says_the_source_where_there_are_several() {
    ReportHead head = SampleDay.withoutData().report().head();
    String day = "https://calls.example.com/day/" + head.period().from();

    assertThat(new PageLink(PAGE, true).to(head)).hasToString(day);
    assertThat(new PageLink(PAGE, false).to(head))
        .hasToString(day + "?source=" + head.scope().source());
  }

  @Test
  void a_customer_is_linked_by_key_and_never_by_number() {
    Scope scope = SampleDay.withoutData().report().head().scope();
    CustomerKey customer = new CustomerKey(255);
    String page = "https://calls.example.com/customer/00000000000000ff";

    assertThat(new PageLink(PAGE, true).to(customer, scope)).hasToString(page);
    assertThat(new PageLink(PAGE, false).to(customer, scope))
        .hasToString(page + "?source=" + scope.source());
  }
}
