package calltally.web;

import static calltally.sql.jooq.web.Tables.SESSION;
import static calltally.web.Site.boss;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How long a session lasts. */
final class SessionsTest {

  private final Site site = new Site();

  @AfterEach
  void close() {
    site.close();
  }

  @Test
  void a_session_survives_a_restart_and_serves_a_second_service() throws Exception {
    Browser browser = site.open(boss()).browser(boss());

    site.open(boss());

    assertThat(browser.get("/today").statusCode()).isEqualTo(200);
  }

  @Test
  void a_session_ends_after_8_hours_without_a_request() throws Exception {
    Browser browser = site.open(boss()).browser(boss());

    site.at("2026-11-20T22:31:59");
    assertThat(browser.get("/today").statusCode()).isEqualTo(200);
    site.at("2026-11-21T06:31:59");
    assertThat(browser.get("/today").statusCode()).isEqualTo(200);
    site.at("2026-11-21T14:32:00");
    assertThat(browser.get("/today").statusCode()).isEqualTo(303);
  }

  @Test
  void a_session_ends_7_days_after_the_login_however_much_it_is_used() throws Exception {
    Browser browser = site.open(boss()).browser(boss());
    for (int day = 20; day <= 27; day++) {
      for (String time : new String[] {"00:00:00", "07:30:00", "14:31:00", "22:00:00"}) {
        String moment = "2026-11-" + day + "T" + time;
        if (moment.compareTo("2026-11-20T14:32:00") > 0
            && moment.compareTo("2026-11-27T14:32:00") < 0) {
          site.at(moment);
          assertThat(browser.get("/today").statusCode()).as(moment).isEqualTo(200);
        }
      }
    }

    site.at("2026-11-27T14:32:01");

    assertThat(browser.get("/today").statusCode()).isEqualTo(303);
  }

  @Test
  void a_session_of_a_clock_that_was_a_day_ahead_ends_when_the_clock_is_right() throws Exception {
    site.open(boss());
    site.at("2026-11-21T14:32:00");
    Browser browser = site.browser(boss());
    assertThat(browser.get("/today").statusCode()).isEqualTo(200);

    site.at("2026-11-20T14:32:00");

    assertThat(browser.get("/today").statusCode()).isEqualTo(303);
  }

  @Test
  void a_session_that_another_service_ends_goes_on_for_at_most_5_seconds() throws Exception {
    Browser browser = site.open(boss()).browser(boss());
    assertThat(browser.get("/today").statusCode()).isEqualTo(200);

    site.history().sql().deleteFrom(SESSION).execute();
    site.later(5);

    assertThat(browser.get("/today").statusCode()).isEqualTo(303);
  }

  @Test
  void a_new_password_ends_the_sessions_of_the_old_one() throws Exception {
    Browser browser = site.open(boss()).browser(boss());

    site.open(boss("another password"));

    assertThat(browser.get("/today").statusCode()).isEqualTo(303);
  }

  @Test
  void a_user_who_is_gone_from_the_configuration_is_logged_out() throws Exception {
    Browser browser = site.open(boss()).browser(boss());

    site.open(Site.manager("Anna"));

    assertThat(browser.get("/today").statusCode()).isEqualTo(303);
  }
}
