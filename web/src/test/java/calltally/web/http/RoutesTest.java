package calltally.web.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which page answers a request, and which name it has in the metrics. */
final class RoutesTest {

  private final Routes routes =
      new Routes()
          .get("/calls", named("list"))
          .below("/calls/", named("call"))
          .get("/login", named("form"))
          .post("/login", named("login"))
          .post("/logout", named("logout"));

  private static Responder named(String page) {
    return request -> PageReply.text(200, page);
  }

  @ParameterizedTest
  @CsvSource({
    "GET,  /calls,     list",
    "GET,  /calls/1.2, call",
    "GET,  /calls/,    call",
    "GET,  /calls/1/2, call",
    "GET,  /login,     form",
    "POST, /login,     login",
    "POST, /logout,    logout"
  })
  void a_page_is_found_by_method_and_path(String method, String path, String page) {
    PageReply reply = routes.respond(TestRequest.of(method, path));

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.body().toString(UTF_8)).isEqualTo(page);
  }

  @ParameterizedTest
  @CsvSource({
    "POST, /calls,     405",
    "POST, /calls/1.2, 405",
    "GET,  /logout,    405",
    "GET,  /,          404",
    "GET,  //calls,    404",
    "GET,  /Calls,     404",
    "GET,  /calls.csv, 404",
    "GET,  /login/,    404",
    "GET,  /logout/1,  404",
    "POST, /nowhere,   404"
  })
  void a_path_without_a_page_is_not_found_and_a_page_asked_for_otherwise_refused(
      String method, String path, int status) {
    PageReply reply = routes.respond(TestRequest.of(method, path));

    assertThat(reply.status()).isEqualTo(status);
    assertThat(reply.body().toString(UTF_8)).contains("<h1>", "href=\"/today\"");
  }

  @ParameterizedTest
  @CsvSource({
    "/calls,                     /calls",
    "/calls/1.2,                 /calls/",
    "/calls/1/2,                 /calls/",
    "/login,                     /login",
    "/logout,                    /logout",
    "/,                          other",
    "*,                          other",
    "'',                         other",
    "/customer/0123456789abcdef, other",
    "/wp-admin/setup.php,        other"
  })
  void what_a_page_is_about_is_no_part_of_its_name(String path, String route) {
    assertThat(routes.route(path)).isEqualTo(route);
  }

  @Test
  void a_page_without_a_database_says_so_in_the_browsers_language_and_no_more() {
    routes.get(
        "/",
        request -> {
          throw new DataAccessException("select secret");
        });

    PageReply reply = routes.respond(TestRequest.with(new RequestHints("ru", null, null, null)));

    assertThat(reply.status()).isEqualTo(503);
    assertThat(reply.body().toString(UTF_8)).contains("lang=\"ru\"").doesNotContain("secret");
  }
}
