package calltally.web;

import static calltally.web.Site.boss;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The pages in print and in the pictures of {@code web/pictures}, which {@code -Dpictures=rewrite}
 * replaces; look at each of them then.
 */
@Tag("browser")
final class PicturesTest {

  private static final Path FOLDER = Path.of("pictures");
  private static final int MOST_BYTES = 150_000;
  private static final int MOST_HEIGHT = 1600;
  private static final int DESKTOP = 1200;
  private static final int PHONE = 390;

  private static final List<Shot> SHOTS =
      List.of(
          new Shot("today-en", "/today", DESKTOP, false),
          new Shot("today-ru", "/today", DESKTOP, false),
          new Shot("today-dark-en", "/today", DESKTOP, true),
          new Shot("today-phone-en", "/today", PHONE, false),
          new Shot("today-phone-dark-ru", "/today", PHONE, true),
          new Shot("calls-en", "/calls", DESKTOP, false),
          new Shot("calls-phone-ru", "/calls", PHONE, false),
          new Shot("call-ru", "a[href^=\"/calls/\"]", DESKTOP, false),
          new Shot("customer-phone-en", "a[href^=\"/customer/\"]", PHONE, false),
          new Shot("line-en", "a[href^=\"/line/\"]", DESKTOP, false),
          new Shot("manager-ru", "a[href^=\"/manager/\"]", DESKTOP, false),
          new Shot("manager-phone-en", "a[href^=\"/manager/\"]", PHONE, false),
          new Shot("reports-ru", "/reports", DESKTOP, false),
          new Shot("status-phone-en", "/status", PHONE, false));

  private final Site site = new Site();

  /**
   * A picture.
   *
   * @param page its path, or the link that leads to it
   */
  private record Shot(String name, String page, int width, boolean isDark) {

    Path file() {
      return FOLDER.resolve(name + ".png");
    }
  }

  @AfterEach
  void close() {
    site.close();
  }

  @Tag("pictures")
  @ParameterizedTest
  @ValueSource(strings = {"en", "ru"})
  void each_picture_can_be_made_again(String language) throws Exception {
    Showcase.fill(site.history(), language);
    new ArchivedReports(site)
        .add(1, "daily", null, null, false)
        .add(2, "daily", Showcase.sales(language), null, true)
        .add(3, "manager", null, Showcase.name(0, language), true);
    site.of(Showcase.company(language)).open(boss());
    site.at(Showcase.TODAY + "T" + Showcase.NOW);
    try (Chromium browser = Chromium.start()) {
      browser.language(language);
      logIn(browser);
      for (Shot shot : SHOTS) {
        if (shot.name().endsWith(language)) {
          site.later(2);
          take(shot, browser);
        }
      }
    }
  }

  private void logIn(Chromium browser) throws Exception {
    browser.open(site.url("/login"));
    browser.type("boss");
    browser.press("Tab");
    browser.type(Site.PASSWORD);
    browser.follow(() -> browser.press("Enter"));
  }

  private void take(Shot shot, Chromium browser) throws Exception {
    browser.width(shot.width());
    browser.dark(shot.isDark());
    open(shot.page(), browser);
    byte[] png = Picture.of(browser.picture(MOST_HEIGHT)).png();
    if ("rewrite".equals(System.getProperty("pictures"))) {
      assertThat(System.getenv("CI")).as("pictures must not be rewritten in CI").isNull();
      Files.createDirectories(FOLDER);
      Files.write(shot.file(), png);
    }
    assertThat(png.length).as(shot.name()).isLessThanOrEqualTo(MOST_BYTES);
  }

  private void open(String page, Chromium browser) throws Exception {
    if (page.startsWith("/")) {
      browser.open(site.url(page));
    } else {
      browser.open(site.url(page.contains("/calls/") ? "/calls?outcome=missed" : "/today"));
      browser.click(page);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "ru"})
  void a_usual_day_is_printed_on_one_sheet(String language) throws Exception {
    Showcase.fill(site.history(), language);
    site.of(Showcase.company(language)).open(boss());
    site.at(Showcase.TODAY + "T" + Showcase.NOW);
    try (Chromium browser = Chromium.start()) {
      browser.language(language);
      logIn(browser);
      assertThat(browser.printedPages()).isEqualTo(1);
    }
  }

  @Test
  void the_folder_holds_these_pictures_and_no_others() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      assertThat(files)
          .containsExactlyInAnyOrderElementsOf(SHOTS.stream().map(Shot::file).toList());
    }
  }
}
