package calltally.sql.analytics;

import java.util.List;
import java.util.stream.Collectors;

/** The documentation of the schema analytics, generated from its comments and the cookbook. */
record AnalyticsDocument(List<AnalyticsObject> objects, Cookbook cookbook) {

  private static final int LINKS = 6;

  private static final String BEGINNING =
      """
      # SQL

      How to ask your own questions, here or with any tool that speaks PostgreSQL:

      ```
      ./calltally sql "select * from analytics.daily_line order by local_date desc limit 7"
      ./calltally sql --cookbook
      ./calltally sql
      ```

      The first prints an answer, the second lists [ready-made queries](../sql/cookbook/README.md): who let it ring, whom to call back now, which
      line loses callers and why. The third says how to connect with psql, DBeaver, Grafana and Metabase, as the role `analyst`. A dashboard
      for Grafana is in [grafana](grafana/README.md).

      The embedded PostgreSQL runs only while a command does: for other tools, keep `./calltally serve` running. The password of `analyst`
      is in `data/postgresql/analyst.password`. For the demo's data, add `--config demo/calltally.yaml` to every command, `serve` included.

      How many rings each manager had in the last 7 days, and how most of them ended:

      ```sql
      select manager, sum(attempts) as rings, sum(answered) as answered, sum(busy) as busy, sum(no_answer) as no_answer
      from analytics.daily_manager
      where local_date >= analytics.today('main') - 7 and local_date < analytics.today('main')
      group by manager
      order by rings desc;
      ```

      The schema `analytics` is the interface for analysts: names and columns stay, and new columns are added only at the end.
      [statistics.md](statistics.md) defines every figure. The list of views, functions and columns below is generated from
      the comments in the database; `./calltally sql --describe NAME` shows the same on the terminal, and so does `\\d+ NAME` in psql.

      * **Units.** Seconds are numeric with milliseconds; shares lie between 0 and 1 and are null when there was nothing to divide by.
      * **Time.** `local_date` and `local_hour` are those of the source's zone, and so is `analytics.today('main')`; `current_date` is the session's.
        Instants (`timestamp with time zone`), `hour_start` among them, are printed in the session's zone, which `extract` and `::time` follow too.
        Sessions of `analyst` and `./calltally sql` have the zone of the sources if all have the same one; otherwise give `--zone Europe/Minsk`, or
        `set time zone 'Europe/Minsk'` in psql. In any session, `started_at at time zone analytics.zone('main')` is the source's time.
      * **Periods.** `from_date` is the first local date, `until_date` the one after the last. The demo's last date is a Sunday up to a week
        ago, so queries on the last days find little there: give them the dates of the week that `demo` names.
      * **Lines and managers.** `of_line` is a number (`line`, not `line_name`), `of_department` and `of_manager` are names as in the directory.
        A value that matches nothing is no error: there are no calls then. A manager's own number has no `line_name` and no
        department unless the directory lists it as a line too; reports print the manager's name, or *Direct numbers*, for it. Outgoing calls
        mostly have no line, so `daily_line` and `hourly_line` have rows without one.
      * **Sums and rates.** Sums of several rows add up; rates do not: add the sums and divide again with `analytics.rate`.
      * **Limits.** The role `analyst` reads this schema and nothing else (not `stats` or `ledger`, which statistics.md mentions), and changes
        nothing. A statement is cancelled after 10 minutes; the session may lift that limit, but `serve` ends any transaction that
        lasts longer than 15.
      * **Ready-made queries.** `--cookbook NAME` runs one, `--set from_date=2026-10-01` sets another period, and `--print` shows its query as a
        starting point.
      * **On the terminal**, an answer that is too wide has its longest texts cut; if too little would be left, each row becomes a record
        with one line per column. A table ends after 1,000 rows (`--limit`) and says so on standard error. A query is cancelled after 60 seconds
        (`--timeout`, at most 600).
      * **Export.** `--csv` and `--json` print all rows, for spreadsheets and programs: `./calltally sql --csv --file mine.sql > mine.csv`. CSV has an
        apostrophe before texts that a spreadsheet would take for formulas; `--raw` leaves it out. In psql:
        `\\copy (select …) to 'mine.csv' csv header`.

      What a report calls by another name:

      | in a report | here |
      |---|---|
      | Rings | `attempts`; a manager's answer rate divides calls: `picked_up_calls` by `answerable_calls` |
      | on another call | `busy_in_call` |
      | not told | `answer_rate` is null although there are `answerable_calls` |
      | presumed missed | `presumed` |
      | never reached | `analytics.never_reached_callers` |
      | waiting | `state` is outstanding or tried |
      | not reached | tried |
      | called back | returned |
      | got through themselves | came_back |
      | a caller's last missed call | `missed_at`; earlier ones are in `analytics.missed_call` |
      | caller gave up, nobody answered, all busy, nobody was rung | `missed_reason` is caller_gave_up, no_answer, busy, not_offered |
      | out of hours | `missed_outside_hours` |
      | grey rate of a manager | `answerable_calls` < 20 |

      To get a report's call-back list, give `analytics.waiting_callers` the instant at which the report was generated: `now()` knows of later calls.

      """;

  private static final String QUESTIONS =
      """
      # Questions that people ask

      Each file answers one question from the schema [analytics](../../docs/sql.md). Its parameters are at the top, in `parameters`: usually
      the source, the first local date, and the date after the last. Today is the date in the source's time zone (`analytics.today`), and so are
      weekdays and hours, whatever the session's zone. Instants are printed in the session's zone: the source's if all sources have one, else
      `--zone`. The demo's calls end on a Sunday up to a week ago: give its dates with `--set`.

      ```
      ./calltally sql --cookbook                                      # this list
      ./calltally sql --cookbook who-let-it-ring                      # the answer
      ./calltally sql --cookbook who-let-it-ring --set from_date=2026-10-01 --set until_date=2026-11-01
      ./calltally sql --cookbook who-let-it-ring --print > mine.sql   # as a start for your own query
      ./calltally sql --file mine.sql
      psql … --file sql/cookbook/who-let-it-ring.sql
      ```

      | file | question |
      |---|---|
      """;

  String text() {
    return BEGINNING
        + "| name | what it is |\n|---|---|\n"
        + objects.stream().map(AnalyticsDocument::entry).collect(Collectors.joining())
        + objects.stream().map(this::section).collect(Collectors.joining());
  }

  /** The list of questions, for the README of their folder. */
  static String listOf(Cookbook cookbook) {
    return QUESTIONS
        + cookbook.questions().stream().map(AnalyticsDocument::entry).collect(Collectors.joining());
  }

  private static String entry(CookbookQuestion question) {
    return "| [%1$s](%1$s.sql) | %2$s |\n".formatted(question.name(), cell(question.question()));
  }

  private static String entry(AnalyticsObject object) {
    return "| [`%s`](#%s) | %s |\n"
        .formatted(object.name(), object.name().replace(".", ""), cell(object.summary()));
  }

  private String section(AnalyticsObject object) {
    return "\n## %s\n\n".formatted(object.name())
        + (object.isFunction() ? "```\n%s%s\n```\n\n".formatted(object.call(), result(object)) : "")
        + object.meaning()
        + "\n\n"
        + columns(object)
        + examples(object);
  }

  private static String result(AnalyticsObject object) {
    return object.type().isEmpty() ? "" : " → " + object.type();
  }

  private static String columns(AnalyticsObject object) {
    return object.columns().isEmpty()
        ? ""
        : "| column | type | meaning |\n|---|---|---|\n"
            + object.columns().stream().map(AnalyticsDocument::entry).collect(Collectors.joining())
            + "\n";
  }

  private static String entry(AnalyticsColumn column) {
    return "| `%s` | %s | %s |\n".formatted(column.name(), column.type(), cell(column.meaning()));
  }

  private String examples(AnalyticsObject object) {
    List<CookbookQuestion> questions = cookbook.about(object.name());
    return "```sql\n%s```\n".formatted(questions.get(0).text())
        + (questions.size() == 1 ? "" : "\nMore: " + links(questions) + "\n");
  }

  private static String links(List<CookbookQuestion> questions) {
    return questions.stream()
        .skip(1)
        .limit(LINKS)
        .map(question -> "[%1$s](../sql/cookbook/%1$s.sql)".formatted(question.name()))
        .collect(Collectors.joining(", "));
  }

  private static String cell(String text) {
    return text.replace("|", "\\|").replace("\n", " ");
  }
}
