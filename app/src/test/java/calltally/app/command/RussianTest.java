package calltally.app.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static picocli.CommandLine.ExitCode.SOFTWARE;
import static picocli.CommandLine.ExitCode.USAGE;

import calltally.app.testing.CommandProcess;
import calltally.app.testing.TestConsole;
import calltally.sql.testing.MigratedFolder;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an owner with a Russian locale reads; the words themselves are in TextsTest. */
final class RussianTest {

  @TempDir private Path folder;

  @Test
  void check_speaks_russian() {
    TestConsole console = new TestConsole(folder).inRussian();

    console.run("check");

    assertThat(console.out())
        .contains(
            "ок       настройки      файла нет: действуют один источник и встроенная база\n",
            "внимание база данных    в папке "
                + folder.resolve("data")
                + " её ещё нет; она появится после calltally serve или calltally import\n",
            "ок       почта          не настроена: отчёты не рассылаются\n");
    assertThat(console.out().lines()).allMatch(line -> line.matches("(ок|внимание|ошибка) +.*"));
  }

  @Test
  void check_names_the_problems_of_the_configuration_in_russian() throws IOException {
    TestConsole console = configured("http: {port: x}\nsource: []\n");

    assertThat(console.run("check")).isEqualTo(SOFTWARE);

    assertThat(console.out())
        .isEqualTo(
            """
            ошибка   настройки      source: такого ключа нет; возможны company, data, http, database, spool, refresh, sources, directory, subscriptions, mail, archive, watch, web, users, telegram, handover; может быть, sources?
            ошибка   настройки      http.port: нужен порт от 0 до 65535 (указано: x)
            Остальное не проверялось: сначала исправьте %s.
            """
                .formatted(folder.resolve("calltally.yaml")));
  }

  @Test
  void every_command_names_the_problems_of_the_configuration_in_russian() throws IOException {
    TestConsole console =
        configured(
            """
            sources:
              - {name: main, zone: Minsk, working_hours: {mon: ["09:00-18:00", "17:00-19:00"]}}
            directory:
              managers: [{name: Анна, numbers: [101]}, {name: Борис, numbers: [101]}]
            """);

    assertThat(console.run("refresh")).isEqualTo(SOFTWARE);

    assertThat(console.err())
        .isEqualTo(
            """
            в %s 3 ошибки:
              sources[0].zone: нужен часовой пояс IANA, например Europe/Minsk (указано: Minsk)
              sources[0].working_hours: смены не должны пересекаться
              directory.managers[1].numbers: в один день у номера может быть только один менеджер (номер 101 уже есть: Анна, directory.managers[0])
            """
                .formatted(folder.resolve("calltally.yaml")));
  }

  @Test
  void errors_of_yaml_are_in_russian() throws IOException {
    assertProblem(
        "http: {port: 8080\nsources: []\n",
        "строка 2, столбец 8: перед этим местом не хватает запятой или закрывающей фигурной скобки");
    assertProblem("data: [a\nhttp: b\n", "или закрывающей квадратной скобки");
    assertProblem("data: a\ndata: b\n", "ключ data указан дважды");
    assertProblem("data: a: b\n", "двоеточия здесь быть не может");
    assertProblem("data: \"a\n", "у значения нет закрывающей кавычки");
    assertProblem("mail: @a\n", "значение не может начинаться с @");
    assertProblem(
        "http:\n\tport: 1\n",
        "строка 2, столбец 1: здесь стоит табуляция: для отступов нужны пробелы");
    assertProblem(
        "http:\n  port: 1\n host: a\n",
        "строка 3, столбец 2: отступ — 1, а у строк выше — 0, 2: у строк одного уровня");
    assertProblem("data: a\nport\nmail: {}\n", "после ключа нужны двоеточие и пробел");
    assertProblem("a: &x 1\nb: *x\n", "ссылки вида *имя не поддерживаются");
    assertProblem("a: 1\n---\nb: 1\n", "в файле должен быть один документ");
  }

  @Test
  void a_missing_configuration_is_named_in_russian() {
    TestConsole console = new TestConsole(folder).inRussian();

    assertThat(console.run("check", "--config", "other.yaml")).isEqualTo(USAGE);

    assertThat(console.err())
        .isEqualTo(
            """
            --config: файла настроек нет (указано: other.yaml)
            Например: ./calltally check
            Справка: calltally check --help
            """);
  }

  @Test
  void a_broken_embedded_database_is_explained_in_russian() throws IOException {
    Path cluster = Files.createDirectories(folder.resolve("data/postgresql/cluster"));
    Files.writeString(cluster.resolve("PG_VERSION"), "17\n");
    TestConsole console = new TestConsole(folder).inRussian();
    String error =
        "встроенный PostgreSQL в папке %s не запущен: данные записаны версией 17, а нужна 18; "
            .formatted(cluster.toRealPath());

    assertThat(console.run("report", "daily")).isEqualTo(SOFTWARE);
    assertThat(console.err()).startsWith(error);
    assertThat(console.run("check")).isEqualTo(SOFTWARE);
    assertThat(console.out()).contains("ошибка   база данных    " + error);
  }

  @Test
  void a_missing_database_is_explained_in_russian() {
    TestConsole console = new TestConsole(folder).inRussian();

    assertThat(console.run("report", "daily")).isEqualTo(SOFTWARE);

    assertThat(console.err())
        .isEqualTo(
            "базы данных в папке "
                + folder.resolve("data")
                + " ещё нет; её создаст calltally serve или calltally import, а другую папку"
                + " указывает --config\n");
  }

  @Test
  void serve_speaks_russian() throws IOException, InterruptedException {
    Files.writeString(
        folder.resolve("calltally.yaml"),
        """
        http: {port: 0}
        sources: [{name: main, zone: Europe/Minsk, region: BY}]
        subscriptions: [{report: daily, at: "daily 08:00", to: [boss@example.com], lang: ru}]
        watch: {webhooks: [{url: "http://127.0.0.1:1/"}]}
        """);
    MigratedFolder.copyTo(folder.resolve("data"));
    Process serve =
        CommandProcess.start(folder, Map.of("LC_ALL", "ru_RU.UTF-8"), "serve").process();
    try (BufferedReader out = serve.inputReader(UTF_8)) {
      assertThat(out.readLine())
          .matches("Адрес для АТС, источник main: http://127\\.0\\.0\\.1:\\d+/notify/\\S+");
      assertThat(out.readLine()).matches("Приём уведомлений: \\S+, остановить — Ctrl-C\\.");
      assertThat(out.readLine())
          .matches("Подписки: 1; ближайшая — .+: .*отчёты только складываются в архив\\.");
      assertThat(out.readLine())
          .matches("Оповещения: проверка каждую минуту; получатели: 127\\.0\\.0\\.1 \\w+\\.");
    } finally {
      serve.destroy();
      serve.waitFor();
    }
  }

  private void assertProblem(String yaml, String problem) throws IOException {
    TestConsole console = configured(yaml);

    assertThat(console.run("check")).isEqualTo(SOFTWARE);

    assertThat(console.out()).contains(problem).contains("строка ", ", столбец ");
  }

  private TestConsole configured(String yaml) throws IOException {
    Files.writeString(folder.resolve("calltally.yaml"), yaml);
    return new TestConsole(folder).inRussian();
  }
}
