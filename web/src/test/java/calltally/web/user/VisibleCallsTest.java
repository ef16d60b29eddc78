package calltally.web.user;

import static org.assertj.core.api.Assertions.assertThat;

import calltally.reporting.report.CustomerNumbers;
import calltally.reporting.report.ReportFilter;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which calls a user sees of what they ask for. */
final class VisibleCallsTest {

  private static final PasswordHash HASH =
      PasswordHash.parse("pbkdf2-sha256:600000:" + "A".repeat(22) + ":" + "A".repeat(43));
  private static final User BOSS = user(Role.ALL, null, null, CustomerNumbers.SHOWN);
  private static final User HEAD = user(Role.DEPARTMENT, "Sales", null, CustomerNumbers.SHOWN);
  private static final User ANNA = user(Role.MANAGER, null, "Anna", CustomerNumbers.SHOWN);

  private static User user(
      Role role, @Nullable String department, @Nullable String manager, CustomerNumbers numbers) {
    return new User(
        "user", HASH, role, department, manager, List.of("main", "second"), numbers, null);
  }

  private static User named(String name) {
    return switch (name) {
      case "boss" -> BOSS;
      case "head" -> HEAD;
      default -> ANNA;
    };
  }

  private static VisibleCalls visible(User user) {
    return VisibleCalls.of(user, null, null, null).orElseThrow();
  }

  /** Whether a line is the department's is the database's to say. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        // User, and the source, line and department that they ask for.
        "boss | -      | -       | -       | main: line -, department -, manager -",
        "boss | second | -       | -       | second: line -, department -, manager -",
        "boss | -      | Support | -       | main: line Support, department -, manager -",
        "boss | second | -       | Support | second: line -, department Support, manager -",
        "boss | third  | -       | -       | nothing",
        "head | -      | -       | -       | main: line -, department Sales, manager -",
        "head | -      | -       | Sales   | main: line -, department Sales, manager -",
        "head | -      | Support | -       | main: line Support, department Sales, manager -",
        "head | -      | -       | Support | nothing",
        "head | third  | -       | Sales   | nothing",
        "Anna | second | -       | -       | second: line -, department -, manager Anna",
        "Anna | -      | Sales   | -       | nothing",
        "Anna | -      | -       | Sales   | nothing",
        "Anna | third  | -       | -       | nothing"
      })
  void a_user_asks_for_a_part_of_what_is_theirs_and_gets_no_more(
      String user,
      @Nullable String source,
      @Nullable String line,
      @Nullable String department,
      String visible) {
    assertThat(text(VisibleCalls.of(named(user), source, line, department))).isEqualTo(visible);
  }

  @ParameterizedTest
  @CsvSource({
    "boss, Anna, 'main: line -, department -, manager Anna'",
    "head, Anna, 'main: line -, department Sales, manager Anna'",
    "head, Vera, 'main: line -, department Sales, manager Vera'",
    "Anna, Anna, 'main: line -, department -, manager Anna'",
    "Anna, Vera, nothing",
    "Anna, anna, nothing"
  })
  void a_manager_sees_no_other_managers_calls_and_a_department_never_leaves_itself(
      String user, String manager, String visible) {
    assertThat(text(visible(named(user)).ofManager(manager))).isEqualTo(visible);
  }

  private static String text(Optional<VisibleCalls> visible) {
    return visible.map(calls -> calls.source() + text(calls.filter())).orElse("nothing");
  }

  private static String text(ReportFilter filter) {
    return ": line %s, department %s, manager %s"
        .formatted(filter.line(), filter.department(), filter.manager())
        .replace("null", "-");
  }

  @Test
  void the_calls_of_a_line_stay_those_of_the_department() {
    assertThat(visible(HEAD).ofLine("Sales").filter())
        .isEqualTo(new ReportFilter("Sales", "Sales", null));
  }

  @ParameterizedTest
  @CsvSource({"boss, true, true", "head, true, false", "Anna, false, false"})
  void managers_look_up_no_single_calls_and_heads_do_not_see_everything(
      String user, boolean areListed, boolean areAll) {
    assertThat(visible(named(user)).areListed()).isEqualTo(areListed);
    assertThat(visible(named(user)).areAll()).isEqualTo(areAll);
  }

  /** Figures are kept for readers whose visible calls are equal. */
  @Test
  void readers_share_figures_only_if_they_see_the_same_and_the_same_digits_of_it() {
    VisibleCalls ofBoss = visible(BOSS);

    assertThat(visible(user(Role.ALL, null, null, CustomerNumbers.SHOWN)))
        .isEqualTo(ofBoss)
        .hasSameHashCodeAs(ofBoss);
    assertThat(visible(user(Role.ALL, null, null, CustomerNumbers.MASKED))).isNotEqualTo(ofBoss);
    assertThat(VisibleCalls.of(BOSS, "second", null, null)).isNotEqualTo(Optional.of(ofBoss));
    assertThat(VisibleCalls.of(BOSS, null, null, "Sales")).isNotEqualTo(Optional.of(visible(HEAD)));
    assertThat(ofBoss.ofManager("Anna")).isNotEqualTo(Optional.of(visible(ANNA)));
  }
}
