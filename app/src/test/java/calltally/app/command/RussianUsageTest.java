package calltally.app.command;

import static org.assertj.core.api.Assertions.assertThat;
import static picocli.CommandLine.ExitCode.USAGE;

import calltally.app.testing.TestConsole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said in Russian about a wrong command line. */
final class RussianUsageTest {

  @TempDir private Path folder;

  @Test
  void a_wrong_command_line_is_explained_in_russian() {
    assertUsage("не указана команда; возможны list, replay\n", "rejected");
    assertUsage("нет такой команды: otchet; возможны demo, serve, ", "otchet");
    assertUsage("нет такого параметра: --lange; возможны --config, ", "check", "--lange", "ru");
    assertUsage("не указано значение: после --config нужно FILE\n", "check", "--config");
    assertUsage(
        "--date: нужна дата, например 2026-11-20, 20.11.2026, вчера или \"прошлая неделя\" (указано: 11/20/2026)\n",
        "report",
        "daily",
        "--date",
        "11/20/2026");
    assertUsage(
        "--lang: нужно одно из значений: en, ru (указано: by)\n",
        "report",
        "daily",
        "--lang",
        "by");
  }

  @Test
  void wrong_values_of_options_are_explained_in_russian() {
    assertUsage(
        "--charset: нужна кодировка, известная Java, например UTF-8 или windows-1251 (указано: cp)\n",
        "import",
        "--charset",
        "cp",
        "calls.csv");
    assertUsage("--limit: нужно целое число (указано: x)\n", "sql", "--limit", "x");
    assertUsage("--limit: нужно число не меньше 1 (указано: 0)\n", "sql", "--limit", "0");
    assertUsage("--timeout: нужно от 1 до 600 секунд (указано: 0)\n", "sql", "--timeout", "0");
    assertUsage("--raw действует только вместе с --csv\n", "sql", "--raw");
    assertUsage("вместе не указывают: --csv, --json\n", "sql", "--csv", "--json", "select 1");
    assertUsage("указывают один раз: --config\n", "check", "--config", "a", "--config", "b");
    assertUsage("--set: нужно ИМЯ=ЗНАЧЕНИЕ (указано: x)\n", "sql", "--cookbook", "--set", "x");
    assertUsage("запрос задают чем-то одним: QUERY, ", "sql", "--cookbook", "x", "select 1");
    assertUsage("--set и --print действуют только с готовым запросом", "sql", "--print");
    assertUsage("нет такого готового запроса: x; список", "sql", "--cookbook", "x");
    assertUsage(
        "«longest-wait» — не запрос на SQL; нужно так: --cookbook ИМЯ; может быть, longest-waits?",
        "sql",
        "longest-wait");
  }

  @Test
  void missing_options_are_named_in_russian() throws IOException {
    assertUsage("не указано, что выгрузить: --notifications\n", "export");
    assertUsage("период задают либо --date, либо --from", "report", "daily", "--to", "2026-11-20");
    assertUsage("не удалось прочитать calls.csv: такого файла нет", "import", "calls.csv");
    Files.writeString(
        folder.resolve("calltally.yaml"),
        "mail: {host: localhost, from: a@example.com, allowed_domains: [example.com]}\n");
    assertUsage("нужен почтовый адрес, например boss@example.com", "mail-test", "boss");
    assertUsage(
        "письмо не отправлено: домен должен быть среди mail.allowed_domains (указано: a@b.by)\n",
        "mail-test",
        "a@b.by");
  }

  private void assertUsage(String error, String... arguments) {
    TestConsole console = new TestConsole(folder).inRussian();

    assertThat(console.run(arguments)).isEqualTo(USAGE);

    assertThat(console.err()).startsWith(error).contains("\nСправка: calltally");
  }
}
