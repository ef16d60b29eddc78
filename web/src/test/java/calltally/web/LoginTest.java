package calltally.web;

import static calltally.web.Site.PASSWORD;
import static calltally.web.Site.boss;
import static org.assertj.core.api.Assertions.assertThat;

import calltally.sql.jooq.web.Tables;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Logging in and out, by HTTP. */
final class LoginTest {

  private final Site site = new Site();

  @AfterEach
  void close() {
    site.close();
  }

  @Test
  void the_right_name_and_password_open_the_page() throws Exception {
    site.open(boss());
    Browser browser = site.browser();

    assertThat(browser.get("/today").statusCode()).isEqualTo(303);
    HttpResponse<String> answer = browser.logIn("boss", PASSWORD);

    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.headers().firstValue("Location")).hasValue("/today");
    assertThat(browser.get("/today").body()).contains("<h1", "Romashka", "boss");
  }

  @Test
  void a_wrong_password_and_an_unknown_user_get_the_same_answer() throws Exception {
    site.open(boss());

    HttpResponse<String> wrong = site.browser().logIn("boss", "wrong");
    HttpResponse<String> unknown = site.browser().logIn("nobody", PASSWORD);

    assertThat(wrong.statusCode()).isEqualTo(403);
    assertThat(unknown.statusCode()).isEqualTo(403);
    assertThat(withoutToken(wrong)).isEqualTo(withoutToken(unknown)).contains("is wrong");
    assertThat(site.browser().logIn("boss", "").statusCode()).isEqualTo(403);
  }

  private static String withoutToken(HttpResponse<String> answer) {
    return answer.body().replaceFirst("value=\"[^\"]+\"", "");
  }

  @Test
  void after_five_failed_logins_of_a_user_even_the_right_password_is_refused_for_15_minutes()
      throws Exception {
    site.open(boss());
    Browser browser = site.browser();
    for (int failed = 0; failed < 5; failed++) {
      assertThat(browser.logIn("boss", "wrong").statusCode()).isEqualTo(403);
    }

    assertThat(browser.logIn("boss", PASSWORD).statusCode()).isEqualTo(429);
    site.at("2026-11-20T14:46:59");
    assertThat(browser.logIn("boss", PASSWORD).statusCode()).isEqualTo(429);
    site.at("2026-11-20T14:47:01");
    assertThat(browser.logIn("boss", PASSWORD).statusCode()).isEqualTo(303);
  }

  @Test
  void logins_that_failed_while_the_clock_was_a_day_ahead_lock_nobody_out_for_a_day()
      throws Exception {
    site.open(boss());
    Browser browser = site.browser();
    site.at("2026-11-21T14:32:00");
    for (int failed = 0; failed < 5; failed++) {
      browser.logIn("boss", "wrong");
    }
    assertThat(browser.logIn("boss", PASSWORD).statusCode()).isEqualTo(429);

    site.at("2026-11-20T14:32:00");

    assertThat(browser.logIn("boss", PASSWORD).statusCode()).isEqualTo(303);
  }

  @Test
  void a_right_password_forgets_the_failed_logins_before_it() throws Exception {
    site.open(boss());
    Browser browser = site.browser();
    for (int failed = 0; failed < 4; failed++) {
      browser.logIn("boss", "wrong");
    }
    browser.logIn("boss", PASSWORD);

    assertThat(browser.logIn("boss", "wrong").statusCode()).isEqualTo(403);
    assertThat(browser.logIn("boss", PASSWORD).statusCode()).isEqualTo(303);
  }

  @Test
  void after_twenty_failed_logins_from_an_address_every_user_is_refused_there() throws Exception {
    site.open(boss());
    site.history()
        .sql()
        .execute(
            "insert into web.failed_login select sha256(number::text::bytea), '127.0.0.1', '%s'"
                    .formatted(site.history().instant("2026-11-20T14:30:00"))
                + " from generate_series(1, 20) as number");

    assertThat(site.browser().logIn("boss", PASSWORD).statusCode()).isEqualTo(429);
  }

  @Test
  void a_form_without_the_token_or_from_another_site_is_refused() throws Exception {
    site.open(boss());
    Browser forged = site.browser();
    forged.get("/login");
    forged.forgetToken();
    Browser elsewhere = site.browser();
    elsewhere.get("/login");

    assertThat(forged.post("/login", "boss", PASSWORD).statusCode()).isEqualTo(403);
    assertThat(
            elsewhere
                .with("Sec-Fetch-Site", "cross-site")
                .post("/login", "boss", PASSWORD)
                .statusCode())
        .isEqualTo(403);
    assertThat(site.browser().post("/login", "boss", PASSWORD).statusCode()).isEqualTo(403);
  }

  @Test
  void the_cookie_is_for_this_host_and_https_except_on_this_machine() throws Exception {
    site.open(boss());
    HttpResponse<String> plain = site.browser().logIn("boss", PASSWORD);
    site.behindProxy();
    site.open(boss());
    Browser browser =
        site.browser().with("X-Forwarded-For", "203.0.113.9", "X-Forwarded-Proto", "https");
    HttpResponse<String> proxied = browser.logIn("boss", PASSWORD);

    assertThat(plain.headers().firstValue("Set-Cookie").orElseThrow())
        .matches("calltally=[A-Za-z0-9_-]{43}; Path=/; HttpOnly; SameSite=Lax");
    assertThat(proxied.headers().firstValue("Set-Cookie").orElseThrow())
        .matches("__Host-calltally=[A-Za-z0-9_-]{43}; Path=/; HttpOnly; SameSite=Lax; Secure");
    assertThat(browser.get("/today").statusCode()).isEqualTo(200);
  }

  @Test
  void each_login_has_a_new_number_of_which_the_database_knows_only_the_hash() throws Exception {
    site.open(boss());
    Browser browser = site.browser(boss());
    String first = browser.cookie("calltally");
    browser.logIn("boss", PASSWORD);
    String second = browser.cookie("calltally");

    assertThat(second).isNotEqualTo(first);
    browser.forge("calltally", first);
    assertThat(browser.get("/today").statusCode()).isEqualTo(303);
    List<String> stored =
        site.history()
            .sql()
            .fetch("select s::text from web.session as s")
            .map(row -> String.valueOf(row.get(0)));
    assertThat(stored).hasSize(1).noneMatch(row -> row.contains(second));
    assertThat(site.history().sql().fetchCount(Tables.FAILED_LOGIN)).isZero();
  }

  @Test
  void logging_out_ends_the_session_but_only_by_the_button() throws Exception {
    site.open(boss());
    Browser browser = site.browser(boss());
    String session = browser.cookie("calltally");

    assertThat(browser.get("/logout").statusCode()).isEqualTo(405);
    browser.forgetToken();
    assertThat(browser.logOut().statusCode()).isEqualTo(403);
    assertThat(browser.get("/today").statusCode()).isEqualTo(200);
    assertThat(browser.logOut().statusCode()).isEqualTo(303);
    browser.forge("calltally", session);
    assertThat(browser.get("/today").statusCode()).isEqualTo(303);
    assertThat(browser.get("/today/live").statusCode()).isEqualTo(401);
  }
}
