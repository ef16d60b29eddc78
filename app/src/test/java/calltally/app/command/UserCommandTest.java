package calltally.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import calltally.app.testing.TestConsole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The users of the page, as commands add and list them. */
final class UserCommandTest {

  @TempDir private Path folder;

  @Test
  void what_add_prints_is_what_list_reads() throws IOException {
    TestConsole console = new TestConsole(folder);
    assertThat(
            console.run("user", "add", "anna", "--role", "manager", "--manager", "Anna Sokolova"))
        .isZero();
    String line = console.out();
    Files.writeString(folder.resolve("calltally.yaml"), "web: {}\nusers:\n" + line);

    TestConsole other = new TestConsole(folder);
    assertThat(other.run("user", "list")).as(other.err()).isZero();

    assertThat(console.err())
        .containsPattern("The password of anna, shown only now: [a-z2-9]{20}\n");
    assertThat(other.out().lines())
        .anyMatch(row -> row.matches("anna +manager +Anna Sokolova +main +masked *"));
  }

  @Test
  void without_users_list_says_how_to_add_one() throws IOException {
    TestConsole console = new TestConsole(folder);

    assertThat(console.run("user", "list")).isZero();

    assertThat(console.out()).contains("No users: calltally user add");
  }

  @Test
  void a_password_of_fewer_than_12_characters_is_refused() {
    TestConsole console = new TestConsole(folder).typing("elevenchars\n");

    assertThat(console.run("user", "add", "anna", "--password-stdin")).isNotZero();
    assertThat(console.err()).contains("12");
    assertThat(console.typing("twelve chars\n").run("user", "add", "anna", "--password-stdin"))
        .isZero();
  }

  @Test
  void a_role_needs_its_department_or_manager() throws IOException {
    TestConsole console = new TestConsole(folder);

    assertThat(console.run("user", "add", "head", "--role", "department")).isNotZero();

    assertThat(console.err()).contains("--role department needs --department");
  }
}
