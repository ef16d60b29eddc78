package calltally.web.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import calltally.reporting.report.CustomerNumbers;
import calltally.web.calls.CallFilter.Position;
import calltally.web.frame.BadRequestException;
import calltally.web.frame.View;
import calltally.web.frame.VisibleSource;
import calltally.web.http.PageRequest;
import calltally.web.http.PageTexts;
import calltally.web.http.RequestHints;
import calltally.web.http.RequestOrigin;
import calltally.web.session.Session;
import calltally.web.session.SessionId;
import calltally.web.user.PasswordHash;
import calltally.web.user.Role;
import calltally.web.user.User;
import calltally.web.user.VisibleCalls;
import java.net.InetAddress;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the parameters of the list of calls ask for, on a Friday at 14:32 in Minsk. */
final class CallFilterTest {

  private static final Instant NOW = Instant.parse("2026-11-20T11:32:00Z");
  private static final LocalDate TODAY = LocalDate.parse("2026-11-20");

  private static final User BOSS =
      new User(
          "boss",
          PasswordHash.parse("pbkdf2-sha256:600000:" + "A".repeat(22) + ":" + "A".repeat(43)),
          Role.ALL,
          null,
          null,
          List.of("main"),
          CustomerNumbers.SHOWN,
          null);

  private static CallFilter filter(String parameters) {
    return filter(parameters, NOW);
  }

  private static CallFilter filter(String parameters, Instant now) {
    PageRequest request =
        new PageRequest(
            "GET",
            "/calls",
            Stream.of(parameters.split("&", -1))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[pair.length - 1])),
            Map.of(),
            Map.of(),
            new RequestOrigin(InetAddress.getLoopbackAddress(), true, true),
            new RequestHints(null, null, null, null));
    return CallFilter.of(
        new View(
            request,
            new Session(SessionId.random(), BOSS),
            PageTexts.in(Locale.ENGLISH),
            VisibleCalls.of(BOSS, null, null, null).orElseThrow(),
            new VisibleSource(1, "main", ZoneId.of("Europe/Minsk"), "BY"),
            now));
  }

  @Test
  void without_parameters_it_is_every_call_of_today_which_begins_at_the_sources_midnight() {
    CallFilter all = new CallFilter(TODAY, TODAY, null, null, null, null, null, null);

    assertThat(filter("")).isEqualTo(all);
    assertThat(filter("from=&to=&manager=&outcome=&reason=&short=&hours=&before=")).isEqualTo(all);
    assertThat(filter("", Instant.parse("2026-11-20T20:59:59Z")).to()).isEqualTo(TODAY);
    assertThat(filter("", Instant.parse("2026-11-20T21:00:00Z")).from())
        .isEqualTo(TODAY.plusDays(1));
  }

  @Test
  void each_parameter_is_a_filter() {
    assertThat(
            filter(
                "from=2026-11-18&to=2026-11-19&manager=Anna&outcome=missed&reason=no_answer"
                    + "&short=no&hours=yes&before=2026-11-19T10:00:00Z 1.5"))
        .isEqualTo(
            new CallFilter(
                LocalDate.parse("2026-11-18"),
                LocalDate.parse("2026-11-19"),
                "Anna",
                "missed",
                "no_answer",
                false,
                true,
                new Position(Instant.parse("2026-11-19T10:00:00Z"), "1.5")));
  }

  @ParameterizedTest
  @CsvSource({
    "from=2026-11-18,               2026-11-18, 2026-11-18",
    "to=2026-11-20,                 2026-11-20, 2026-11-20",
    "to=2026-11-25,                 2026-11-20, 2026-11-25",
    "from=2028-02-29,               2028-02-29, 2028-02-29",
    "from=2000-01-01,               2000-01-01, 2000-01-01",
    "from=2999-12-31,               2999-12-31, 2999-12-31",
    "from=2026-08-20&to=2026-11-20, 2026-08-20, 2026-11-20"
  })
  void dates_are_a_day_or_a_range_of_at_most_93_days(
      String parameters, LocalDate from, LocalDate to) {
    assertThat(filter(parameters).from()).isEqualTo(from);
    assertThat(filter(parameters).to()).isEqualTo(to);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "from=2026-08-19&to=2026-11-20",
        "to=2026-11-19",
        "from=2026-02-29",
        "from=20.11.2026",
        "from=1999-12-31",
        "from=3000-01-01",
        "outcome=MISSED",
        "reason=no answer",
        "short=true",
        "hours=1",
        "before=2026-11-20 1.5",
        "before=2026-11-20T10:00:00Z",
        "before=1998-12-31T23:59:59Z 1.5",
        "before=+999999-01-01T00:00:00Z 1.5",
        "before=+1000000000-12-31T00:00:00Z 1.5"
      })
  void what_is_no_filter_is_a_bad_request(String parameters) {
    assertThatThrownBy(() -> filter(parameters)).isInstanceOf(BadRequestException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.5", "a b", "", "2026-11-20T10:00:00Z"})
  void a_position_survives_its_link_whatever_the_exchange_calls_a_call(String id) {
    Position position = new Position(Instant.parse("2026-11-20T10:00:00.123456Z"), id);

    assertThat(Position.parse(position.toString())).isEqualTo(position);
  }
}
