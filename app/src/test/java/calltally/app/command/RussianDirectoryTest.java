package calltally.app.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static picocli.CommandLine.ExitCode.OK;
import static picocli.CommandLine.ExitCode.SOFTWARE;
import static picocli.CommandLine.ExitCode.USAGE;

import calltally.app.testing.TestConsole;
import calltally.sql.testing.TestDatabase;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an owner with a Russian locale reads when they import a directory. */
final class RussianDirectoryTest {

  private static final String SOURCE = "sources: [{name: main, zone: Europe/Minsk, region: BY}]\n";
  private static final Charset ANSI = Charset.forName("windows-1251");

  private final TestDatabase database = TestDatabase.create();
  private final Path folder;
  private final TestConsole console;

  RussianDirectoryTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    console =
        new TestConsole(folder)
            .inRussian()
            .with("CALLTALLY_DATABASE_URL", database.address().url())
            .with("CALLTALLY_DATABASE_USER", database.address().user());
    write("calltally.yaml", SOURCE);
  }

  @AfterEach
  void drop() {
    database.close();
  }

  @Test
  void an_import_and_the_list_are_in_russian() throws IOException {
    write("managers.csv", "name,department,numbers\nАнна,Продажи,101;102\n");
    write("lines.csv", "number,name\n+375290000001,Продажи\n");

    assertThat(console.run("directory", "import", "managers.csv", "lines.csv")).isEqualTo(OK);
    assertThat(console.out())
        .isEqualTo(
            """
            источник main: менеджеры — добавлено 1, изменено 0, удалено 0; их номера — добавлено 2, изменено 0, удалено 0; линии — добавлено 1, изменено 0, удалено 0
            Ни одного звонка это не касается.
            """);

    assertThat(console.run("directory", "list")).isEqualTo(OK);
    assertThat(console.out())
        .isEqualTo(
            """
            Источник main, 22.11.2026: менеджеров — 1, линий — 1
            менеджер  отдел    номера
            ────────  ───────  ────────
            Анна      Продажи  101; 102
            линия          название  отдел
            ─────────────  ────────  ─────
            +375290000001  Продажи
            """);
  }

  @Test
  void problems_of_rows_are_named_in_russian() throws IOException {
    write(
        "managers.csv",
        """
        name,department,numbers,from,to
        Анна,Продажи,101,31.11.2026,
        Борис,Продажи,101,,
        ,Продажи,103,,
        Вера,Продажи,3,75E+11,,
        Глеб,Продажи,108,02.11.2026,01.11.2026
        Глеб,Продажи,Глеб,,
        Дина,Продажи,104,,,105
        Олег,Продажи,106,,
        Олег,Поддержка,107,,
        Пётр,Продажи,106,,
        """);

    refused("managers.csv");

    assertThat(console.err())
        .isEqualTo(
            """
            managers.csv, строка 2, столбец from: нужна дата, например 2026-12-25 (указано: 31.11.2026)
            managers.csv, строка 4, столбец name: значение не указано
            managers.csv, строка 5, столбец numbers: электронная таблица округлила номер (указано: 3,75E+11); задайте столбцу текстовый формат
            managers.csv, строка 6, столбец to: последний день должен быть не раньше первого (указано: 2026-11-01, первый — 2026-11-02)
            managers.csv, строка 7, столбец numbers: нужен номер телефона, полный или внутренний (указано: Глеб)
            managers.csv, строка 8: в строке больше ячеек, чем столбцов: 6 вместо 5, в последней — 105; если разделитель стоит внутри ячейки, возьмите её в кавычки
            managers.csv, строка 10, столбец department: в один день у менеджера может быть только один отдел (здесь — Поддержка; managers.csv, строка 9 — Продажи)
            managers.csv, строка 11, столбец numbers: в один день у номера может быть только один менеджер (номер 106 уже есть: Олег, managers.csv, строка 9)
            справочник не загружен: 8 ошибок; прежний остался без изменений
            """);
  }

  @Test
  void problems_of_files_are_named_in_russian() throws IOException {
    write("header.csv", "имя,номер\nАнна,101\n");
    write("columns.csv", "name,numbers,phone,name\nАнна,101,,\n");
    write("quote.csv", "name,numbers\n\"Анна,101\n");
    write("managers.csv", "name,numbers\n");
    write("lines.csv", "number,name\n");
    write("empty.csv", "");
    Files.write(folder.resolve("ansi.csv"), "name,numbers\nАнна,101\n".getBytes(ANSI));
    Files.write(folder.resolve("large.csv"), new byte[(5 << 20) + 1]);

    refused(
        "header.csv",
        "columns.csv",
        "quote.csv",
        "managers.csv",
        "lines.csv",
        "empty.csv",
        "ansi.csv",
        "large.csv");

    assertThat(console.err())
        .isEqualTo(
            """
            header.csv, строка 1: в первой строке нужны названия столбцов: name,department,numbers для менеджеров или number,name,department для линий (указано: имя,номер)
            columns.csv, строка 1: лишний столбец phone; возможны name, department, numbers, from, to, source
            columns.csv, строка 1: столбец name указан дважды
            quote.csv, строка 2: если ячейка начинается с кавычки, она должна ею и заканчиваться, а кавычки внутри неё удваиваются
            managers.csv: в файле нет ни одного менеджера
            lines.csv: в файле нет ни одной линии
            empty.csv: в файле нет ни менеджеров, ни линий
            ansi.csv, строка 2: файл сохранён не в UTF-8; в Excel выберите «Сохранить как» и формат CSV UTF-8
            large.csv: файл не должен быть больше 5 МиБ (сейчас в байтах: 5242881)
            справочник не загружен: 9 ошибок; прежний остался без изменений
            """);
  }

  @Test
  void of_more_than_a_hundred_problems_the_rest_is_counted() throws IOException {
    write("managers.csv", "name,numbers\n" + "Анна,нет\n".repeat(102));

    refused("managers.csv");

    assertThat(console.err())
        .endsWith(
            """
            и ещё 2
            справочник не загружен: 102 ошибки; прежний остался без изменений
            """);
  }

  @Test
  void an_import_that_cannot_be_done_is_explained_in_russian() throws IOException {
    write("managers.csv", "name,numbers\nАнна,101\n");

    assertThat(console.run("directory", "import", "--source", "other", "managers.csv"))
        .isEqualTo(SOFTWARE);
    assertThat(console.err())
        .isEqualTo(
            "справочник не загружен: в --source нужно имя одного из источников (указано: other)\n");

    assertThat(console.run("directory", "import", "nothing.csv")).isEqualTo(USAGE);
    assertThat(console.err())
        .startsWith(
            "не удалось прочитать nothing.csv: такого файла нет, это папка или нет права на"
                + " чтение\n");

    write("calltally.yaml", SOURCE + "directory: {managers: [{name: Анна, numbers: [101]}]}\n");
    assertThat(console.run("directory", "import", "managers.csv")).isEqualTo(SOFTWARE);
    assertThat(console.err())
        .isEqualTo(
            "справочник не загружен: действует тот, что записан в файле настроек; измените его там"
                + " или уберите оттуда\n");
  }

  private void refused(String... files) {
    String[] words = new String[files.length + 2];
    words[0] = "directory";
    words[1] = "import";
    System.arraycopy(files, 0, words, 2, files.length);
    assertThat(console.run(words)).isEqualTo(SOFTWARE);
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text, UTF_8);
  }
}
