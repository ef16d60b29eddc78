package calltally.web;

import static calltally.web.Site.boss;
import static calltally.web.Site.head;
import static org.assertj.core.api.Assertions.assertThat;

import calltally.reporting.report.CustomerNumbers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The page of how Calltally is doing. */
final class StatusTest {

  private final Site site = new Site();

  @BeforeEach
  void call() {
    site.history().missed("2026-11-20T14:30", "+375291110001", History.SALES);
    site.history().refreshed();
  }

  @AfterEach
  void close() {
    site.close();
  }

  @Test
  void checks_are_made_at_the_moment_that_the_page_shows() throws Exception {
    Browser browser = site.open(boss()).browser(boss());

    assertThat(browser.get("/status").body()).contains("14:32:00", "last sent something 1 min ago");
    site.at("2026-11-20T17:45:00");
    assertThat(browser.get("/status").body())
        .contains("17:45:00", "warning", "last sent something 194 min ago");
  }

  @Test
  void only_who_sees_everything_sees_it() throws Exception {
    site.open(head("Sales", CustomerNumbers.SHOWN));
    Browser browser = site.browser(head("Sales", CustomerNumbers.SHOWN));

    assertThat(browser.get("/status").statusCode()).isEqualTo(404);
  }
}
