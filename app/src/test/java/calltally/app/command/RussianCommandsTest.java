package calltally.app.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static picocli.CommandLine.ExitCode.OK;
import static picocli.CommandLine.ExitCode.SOFTWARE;
import static picocli.CommandLine.ExitCode.USAGE;

import calltally.app.testing.TestConsole;
import calltally.sql.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an owner with a Russian locale reads from commands that use the database. */
final class RussianCommandsTest {

  private static final String NEW_ROWS =
      "Звонки из них появятся после ближайшего пересчёта: serve делает его за несколько секунд,"
          + " или выполните calltally refresh.\n";
  private static final String CALL =
      """
      {"event": "incoming_call_start", "time": "2026-11-20T06:00:00Z", "pbx_id": "1.1", "caller": "+375290000101", "receiver": "+375290000001"}
      """;

  @TempDir private Path folder;
  private final TestDatabase database = TestDatabase.create();
  private TestConsole console = new TestConsole(Path.of(""));

  @BeforeEach
  void configure() throws IOException {
    console =
        new TestConsole(folder)
            .inRussian()
            .with("CALLTALLY_DATABASE_URL", database.address().url())
            .with("CALLTALLY_DATABASE_USER", database.address().user());
    write("calltally.yaml", "sources: [{name: main, zone: Europe/Minsk, region: BY}]\n");
    write("calls.jsonl", CALL);
  }

  @AfterEach
  void drop() {
    database.close();
  }

  @Test
  void an_import_says_in_russian_what_it_stored() throws IOException {
    write("damaged.jsonl", CALL + "{\n");

    assertThat(console.run("import", "calls.jsonl", "damaged.jsonl")).isEqualTo(SOFTWARE);

    assertThat(console.out())
        .isEqualTo(
            """
            calls.jsonl: уведомлений сохранено — 1, уже было — 0, строк отклонено — 0
            damaged.jsonl: уведомлений сохранено — 0, уже было — 1, строк отклонено — 1
            """);
    assertThat(console.err())
        .isEqualTo(
            "damaged.jsonl: JSON must be well formed; отклонено: строка 2\n"
                + NEW_ROWS
                + "Отклонённые строки сохранены: calltally rejected list покажет каждую и"
                + " причину.\n");
    assertThat(console.run("rejected", "list")).isEqualTo(OK);
    assertThat(console.out()).contains("причина").endsWith("(строк: 1)\n");
  }

  @Test
  void an_import_that_is_refused_names_file_and_reason_in_russian() throws IOException {
    write("other.csv", "a,b,c\n1,2,3\n");

    assertThat(console.run("import", "other.csv")).isEqualTo(SOFTWARE);
    assertThat(console.err())
        .startsWith(
            "other.csv: файл не загружен: в заголовке (a, b, c) нет ни одного столбца, какие бывают в списке звонков");

    assertThat(console.run("import", "--source", "other", "calls.jsonl")).isEqualTo(SOFTWARE);
    assertThat(console.err())
        .isEqualTo(
            "calls.jsonl: файл не загружен: источника other нет, в --source возможны main\n");
  }

  @Test
  void a_report_says_in_russian_which_days_it_covers() throws IOException {
    assertThat(console.run("report", "daily")).isEqualTo(SOFTWARE);
    assertThat(console.err())
        .isEqualTo(
            "отчёт daily не построен: у источника main ещё нет ни одного полного периода с"
                + " уведомлениями; за незавершённый отчёт строит --date\n");
    assertThat(console.run("import", "calls.jsonl")).isEqualTo(OK);

    assertThat(console.run("report", "daily", "--format", "json")).isEqualTo(OK);

    assertThat(console.err())
        .isEqualTo("Отчёт за 20.11.2026: это последний полный день с уведомлениями.\n");
  }

  @Test
  void a_report_that_cannot_be_made_is_explained_in_russian() throws IOException {
    assertThat(console.run("import", "calls.jsonl")).isEqualTo(OK);

    assertFailure("отчёт не построен: источника x нет\n", "--source", "x");
    assertFailure(
        "отчёт не построен: менеджера Анна нет ни в справочнике, ни в звонках (источник main)\n",
        "--manager",
        "Анна");
    assertFailure(
        "отчёт не записан: в --out нужна папка (указано: " + folder.resolve("calls.jsonl") + ")\n",
        "--out",
        "calls.jsonl");
    assertFailure(
        "исправленный отчёт не отправлен: ни одна подписка daily источника main ещё не"
            + " отчитывалась за 2026-11-20 — 2026-11-20\n",
        "--resend");
  }

  @Test
  void a_logo_that_cannot_be_printed_is_named() throws IOException {
    assertThat(console.run("import", "calls.jsonl")).isEqualTo(OK);
    write(
        "calltally.yaml",
        """
        company: {logo: calls.jsonl}
        sources: [{name: main, zone: Europe/Minsk, region: BY}]
        """);

    assertFailure(
        "логотип не напечатан: в company.logo нужен файл PNG или JPEG, который можно прочитать"
            + " (указано: "
            + folder.resolve("calls.jsonl")
            + ")\n");
  }

  @Test
  void a_database_that_does_not_answer_is_named_with_what_to_check() {
    console.with("CALLTALLY_DATABASE_URL", "jdbc:postgresql://127.0.0.1:1/none?password=secret");

    assertThat(console.run("refresh")).isEqualTo(SOFTWARE);

    assertThat(console.err())
        .startsWith("к базе jdbc:postgresql://127.0.0.1:1/none не удалось подключиться: ")
        .endsWith("; проверьте, что она запущена, а также адрес, имя пользователя и пароль\n");
  }

  @Test
  void a_test_mail_without_a_mail_server_is_explained_in_russian() {
    assertThat(console.run("mail-test", "boss@example.com")).isEqualTo(SOFTWARE);

    assertThat(console.err())
        .isEqualTo(
            "письмо не отправлено: почтовый сервер не настроен; в calltally.yaml нужен раздел mail:"
                + " {host: …, from: …}\n");
  }

  @Test
  void parameters_of_the_cookbook_are_explained_in_russian() {
    assertThat(console.run("sql", "--cookbook", "who-let-it-ring", "--set", "line=x"))
        .isEqualTo(USAGE);
    assertThat(console.err())
        .startsWith(
            "--set: у готового запроса who-let-it-ring нет параметра line; возможны source,"
                + " from_date, until_date\n");
    assertThat(console.run("sql", "--cookbook", "who-let-it-ring", "--set", "from_date=завтра"))
        .isEqualTo(USAGE);
    assertThat(console.err())
        .startsWith("--set: в from_date нужна дата, например 2026-10-01 (указано: завтра)\n");
  }

  @Test
  void an_owner_s_other_commands_speak_russian() throws IOException {
    assertThat(console.run("import", "calls.jsonl")).isEqualTo(OK);
    assertThat(console.run("refresh")).isEqualTo(OK);
    assertThat(console.out()).matches("пересчитано: уведомления — 1, .+; за \\d+ мс\n");
    assertThat(console.run("subscriptions")).isEqualTo(OK);
    assertThat(console.out()).isEqualTo("Подписок нет: их указывают в calltally.yaml.\n");
    assertThat(console.run("deliveries")).isEqualTo(OK);
    assertThat(console.out()).isEqualTo("Отправлять пока было нечего.\n");
    assertThat(console.run("retention", "--dry-run")).isEqualTo(OK);
    assertThat(console.out()).startsWith("Всё хранится бессрочно");
    assertThat(console.run("source", "list")).isEqualTo(OK);
    assertThat(console.out()).startsWith("источник  часовой пояс  действует  токены");
    assertThat(console.run("source", "rotate", "other")).isEqualTo(SOFTWARE);
    assertThat(console.err()).isEqualTo("нет такого источника: other; возможны main\n");
    assertThat(console.run("backup", "copy.tar.gz")).isEqualTo(SOFTWARE);
    assertThat(console.err()).startsWith("копия не сделана: база не встроенная (");
    assertThat(console.run("export", "--notifications", "--out", "calls.jsonl"))
        .isEqualTo(SOFTWARE);
    assertThat(console.err()).startsWith("уведомления не выгружены: файл ");
  }

  @Test
  void erasing_a_customer_asks_and_answers_in_russian() {
    assertThat(console.run("import", "calls.jsonl")).isEqualTo(OK);

    assertThat(console.run("customer", "erase", "+375290000101", "--yes")).isEqualTo(OK);

    assertThat(console.out())
        .startsWith("Источник main:\n  звонки — 1\n")
        .endsWith("Удалено. В journal.deletion_log есть запись об этом, без номера.\n");
    assertThat(console.run("customer", "erase", "+375290000101", "--yes")).isEqualTo(SOFTWARE);
    assertThat(console.err()).isEqualTo("под этим номером ничего не хранится\n");
  }

  private void assertFailure(String error, String... options) {
    String[] words = new String[options.length + 4];
    words[0] = "report";
    words[1] = "daily";
    words[2] = "--date";
    words[3] = "2026-11-20";
    System.arraycopy(options, 0, words, 4, options.length);

    assertThat(console.run(words)).isEqualTo(SOFTWARE);

    assertThat(console.err()).isEqualTo(error);
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text, UTF_8);
  }
}
