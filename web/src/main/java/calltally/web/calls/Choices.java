package calltally.web.calls;

import static calltally.sql.jooq.config.Tables.SOURCE;
import static calltally.sql.jooq.directory.Tables.LINE;
import static calltally.sql.jooq.directory.Tables.MANAGER_NUMBER;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;

import calltally.web.calls.CallListPage.Choice;
import calltally.web.calls.CallListPage.Option;
import calltally.web.frame.View;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.Select;
import org.jspecify.annotations.Nullable;

/** The filters of the list of calls, with the values that its reader may choose. */
record Choices(View view) {

  List<Choice> run(DSLContext sql) {
    List<Choice> choices = new ArrayList<>();
    choices.add(names("line", lines(), sql));
    if (view.session().user().department() == null) {
      choices.add(names("department", departments(), sql));
    }
    choices.add(names("manager", managers(), sql));
    choices.add(words("outcome", CallFilter.OUTCOMES, "choice.outcome."));
    choices.add(reasons());
    choices.add(words("short", List.of("yes", "no"), "choice.short."));
    choices.add(words("hours", List.of("yes", "no"), "choice.hours."));
    return choices;
  }

  private Choice names(String name, Select<Record1<String>> known, DSLContext sql) {
    return choice(name, sql.fetch(known).map(row -> option(name, row.value1(), row.value1())));
  }

  private Choice words(String name, List<String> values, String prefix) {
    return choice(
        name,
        values.stream()
            .map(value -> option(name, value, view.texts().text(prefix + value)))
            .toList());
  }

  private Choice reasons() {
    return choice(
        "reason",
        CallFilter.REASONS.stream()
            .map(reason -> option("reason", reason, view.wording().text("reason." + reason)))
            .toList());
  }

  private Choice choice(String name, List<Option> options) {
    List<Option> all = new ArrayList<>();
    all.add(new Option("", view.texts().text("choice.any"), view.parameter(name) == null));
    all.addAll(options);
    return new Choice(name, view.texts().text("choice." + name), all);
  }

  private Option option(String name, String value, String text) {
    return new Option(value, text, value.equals(view.parameter(name)));
  }

  private @Nullable String department() {
    return view.session().user().department();
  }

  private Select<Record1<String>> lines() {
    return select(coalesce(LINE.NAME, LINE.NUMBER).as("name"))
        .from(LINE)
        .where(LINE.SOURCE_ID.eq(view.source().sourceId()))
        .and(department() == null ? noCondition() : LINE.DEPARTMENT.eq(department()))
        .groupBy(coalesce(LINE.NAME, LINE.NUMBER))
        .orderBy(1);
  }

  private Select<Record1<String>> departments() {
    return select(LINE.DEPARTMENT)
        .from(LINE)
        .join(SOURCE)
        .on(SOURCE.SOURCE_ID.eq(LINE.SOURCE_ID))
        .where(SOURCE.NAME.eq(view.source().name()))
        .and(LINE.DEPARTMENT.isNotNull())
        .groupBy(LINE.DEPARTMENT)
        .orderBy(LINE.DEPARTMENT);
  }

  private Select<Record1<String>> managers() {
    return select(MANAGER_NUMBER.MANAGER)
        .from(MANAGER_NUMBER)
        .where(MANAGER_NUMBER.SOURCE_ID.eq(view.source().sourceId()))
        .and(department() == null ? noCondition() : MANAGER_NUMBER.DEPARTMENT.eq(department()))
        .groupBy(MANAGER_NUMBER.MANAGER)
        .orderBy(MANAGER_NUMBER.MANAGER);
  }
}
