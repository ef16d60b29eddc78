package calltally.app.command;

import static org.assertj.core.api.Assertions.assertThat;
import static picocli.CommandLine.ExitCode.USAGE;

import calltally.app.testing.TestConsole;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** Command lines as people mistype them: each is explained, with what to type instead. */
final class CarelessCommandsTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          chek                              | unknown command: chek; did you mean check?
          REPORT daily                      | unknown command: REPORT; did you mean report?
          reports                           | unknown command: reports; did you mean report?
          import-directory                  | unknown command: import-directory; known are demo, serve, import, export,
          list                              | unknown command: list; did you mean directory list or rejected list or source list?
          help                              | unknown command: help; did you mean --help?
          start                             | unknown command: start; did you mean serve?
          directory imprt m.csv             | unknown command: imprt; did you mean import?
          source remove main                | unknown command: remove; known are add, list, rotate
          rejected                          | missing command: one of list, replay
          --config x.yaml check             | cannot use --config before the command: write it after, such as ./calltally check --config
          check --confg x.yaml              | unknown option: --confg; did you mean --config?
          check -config x.yaml              | unknown option: -config; did you mean --config?
          check —config x.yaml              | unknown option: —config; did you mean --config?
          check --konfiguration=x.yaml      | unknown option: --konfiguration=x.yaml; known are --config, --database-url, --help
          report --dat yesterday            | unknown option: --dat; did you mean --database-url or --date?
          report dialy                      | KIND: must be one of daily, weekly, monthly, manager, missed (was dialy); did you mean daily?
          report daily --format xls         | --format: must be one of pdf, xlsx, csv, json (was xls); did you mean xlsx
          report daily --lang russian       | --lang: must be one of en, ru (was russian)
          report daily yesterday            | one argument too many: yesterday; the command takes only KIND.
          report weekly --date last week    | --date: must be a date such as 2026-11-20, 20.11.2026, yesterday or "last week" (was last)
          report daily --date 11/20/2026    | --date: must be a date such as 2026-11-20, 20.11.2026, yesterday or "last week" (was 11/20/2026)
          report daily --date               | missing value: --date must be followed by D
          report daily --from 2026-11-02    | cannot report: the period must be --date, or --from and a --to
          report daily --open=yes           | cannot use --open with a value (was yes): write only --open
          report daily --lang ru --lang en  | must be given once: --lang
          rejected replay all               | ID: must be a whole number (was all)
          rejected list --since then        | --since: must be a date such as
          deliveries --limit many           | --limit: must be a whole number (was many)
          deliveries --limit 0              | cannot use --limit: it must be at least 1 (was 0)
          customer export                   | missing argument: NUMBER
          directory import                  | missing argument: FILE
          source add minsk --zone Minsk     | --zone: must be an IANA time zone, such as Europe/Minsk (was Minsk); did you mean Europe/Minsk?
          check now                         | cannot use now: the command takes options only
          sql --cookbook longest-wait       | cannot find the cookbook query: --cookbook without a name lists them (was longest-wait); did you mean longest-waits?
          """)
  void a_mistake_is_named_with_what_to_type(String line, String explanation) {
    TestConsole console = new TestConsole(folder);

    assertThat(console.run(line.split(" "))).isEqualTo(USAGE);

    assertThat(console.out()).isEmpty();
    assertThat(console.err()).startsWith(explanation).contains("\nSee: calltally");
    assertThat(console.err()).doesNotContain("Unmatched", "Missing required", "Invalid value", "<");
    assertThat(folder).isEmptyDirectory();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          chek                              | нет такой команды: chek; может быть, check?
          import-directory                  | нет такой команды: import-directory; возможны demo, serve,
          --config x.yaml check             | параметр --config пишут после команды, например ./calltally check --config
          check —confg x.yaml               | нет такого параметра: —confg; может быть, --config?
          report dialy                      | KIND: нужно одно из значений: daily, weekly, monthly, manager, missed (указано: dialy); может быть, daily?
          report daily yesterday            | лишнее слово: yesterday; команда принимает только KIND. Значение с пробелами
          report daily --date завтра        | --date: нужна дата, например 2026-11-20, 20.11.2026, вчера или "прошлая неделя" (указано: завтра)
          report daily --date               | не указано значение: после --date нужно D
          report daily --open=yes           | у --open не бывает значения (указано: yes): напишите просто --open
          customer export                   | не указано: NUMBER
          check now                         | лишнее слово: now; у этой команды бывают только параметры
          source add minsk --zone Minsk     | --zone: нужен часовой пояс IANA, например Europe/Minsk (указано: Minsk); может быть, Europe/Minsk?
          """)
  void a_mistake_is_named_in_russian(String line, String explanation) {
    TestConsole console = new TestConsole(folder).inRussian();

    assertThat(console.run(line.split(" "))).isEqualTo(USAGE);

    assertThat(console.err()).startsWith(explanation).contains("\nСправка: calltally");
  }

  @Test
  void without_a_command_the_first_steps_are_shown() {
    TestConsole console = new TestConsole(folder);

    assertThat(console.run()).isEqualTo(USAGE);
    assertThat(console.err())
        .startsWith("Calltally needs to know what to do. First steps:\n  ./calltally demo ")
        .contains("\n  calltally.yaml ", "\n  ./calltally check ", "\n  ./calltally serve ")
        .endsWith("See: calltally --help\n")
        .hasLineCount(6);
    assertThat(console.inRussian().run()).isEqualTo(USAGE);
    assertThat(console.err()).startsWith("Укажите, что сделать. С чего начать:\n").hasLineCount(6);
  }

  @Test
  void an_example_follows_the_explanation() {
    TestConsole console = new TestConsole(folder);

    console.run("report", "--date");
    assertThat(console.err())
        .isEqualTo(
            """
            missing value: --date must be followed by D
            For example: ./calltally report daily --date yesterday
            See: calltally report --help
            """);
  }

  @Test
  void each_command_has_an_example_that_it_understands() {
    CommandLine program = CommandTree.create();
    List<CommandLine> commands = new ArrayList<>();
    collect(program, commands);

    for (CommandLine command : commands) {
      String[] words = UsageExamples.of(command).orElseThrow().split(" ", -1);
      String[] typed = Arrays.copyOfRange(words, 1, words.length);
      assertThat(program.parseArgs(typed).errors()).isEmpty();
    }
  }

  private static void collect(CommandLine group, List<CommandLine> commands) {
    for (CommandLine command : group.getSubcommands().values()) {
      commands.add(command);
      collect(command, commands);
    }
  }
}
