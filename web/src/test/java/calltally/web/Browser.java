package calltally.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A browser: keeps cookies, and posts the token that the last page holds. */
final class Browser {

  private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([^\"]+)\"");

  private final Site site;
  private final Map<String, String> cookies = new TreeMap<>();
  private String token = "";
  private String[] headers = {};

  Browser(Site site) {
    this.site = site;
  }

  /** Sends these headers with every request from now on. */
  Browser with(String... more) {
    headers = more;
    return this;
  }

  /** The cookie of that name. */
  String cookie(String name) {
    return cookies.getOrDefault(name, "");
  }

  void forge(String name, String value) {
    cookies.put(name, value);
  }

  void forgetToken() {
    token = "forged";
  }

  HttpResponse<String> get(String path) throws Exception {
    return kept(site.send("GET", path, sent(), "", headers));
  }

  HttpResponse<String> get(String path, String tag) throws Exception {
    return kept(site.send("GET", path, sent(), "", "If-None-Match", tag));
  }

  HttpResponse<String> logIn(String name, String password) throws Exception {
    get("/login");
    return post("/login", name, password);
  }

  HttpResponse<String> post(String path, String name, String password) throws Exception {
    String form = "name=%s&password=%s&token=%s".formatted(encoded(name), encoded(password), token);
    return kept(site.send("POST", path, sent(), form, headers));
  }

  /** Posts the form that searches for a number. */
  HttpResponse<String> search(String number) throws Exception {
    String form = "number=%s&token=%s".formatted(encoded(number), token);
    return kept(site.send("POST", "/search", sent(), form, headers));
  }

  HttpResponse<String> logOut() throws Exception {
    return kept(site.send("POST", "/logout", sent(), "token=" + token, headers));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }

  private @Nullable String sent() {
    return cookies.isEmpty()
        ? null
        : cookies.entrySet().stream()
            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
            .collect(joining("; "));
  }

  private HttpResponse<String> kept(HttpResponse<String> answer) {
    for (String cookie : answer.headers().allValues("Set-Cookie")) {
      String pair = cookie.substring(0, cookie.indexOf(';'));
      cookies.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
    }
    Matcher found = TOKEN.matcher(answer.body());
    if (found.find()) {
      token = found.group(1);
    }
    return answer;
  }
}
