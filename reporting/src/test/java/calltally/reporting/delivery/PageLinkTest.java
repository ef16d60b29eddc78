package calltally.reporting.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import calltally.reporting.render.SampleDay;
import calltally.reporting.report.ReportHead;
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
}
