package calltally.sql.settings;

import static calltally.sql.jooq.config.Tables.CALLBACK_RULE;

import calltally.sql.jooq.config.tables.records.CallbackRuleRecord;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.types.YearToSecond;

/** Replaces the call-back deadlines of a source. */
record WriteCallbackRules(int sourceId, CallbackRules wanted) {

  static final String SOURCE = "source";
  static final String DEPARTMENT = "department";
  static final String LINE = "line";

  void run(DSLContext sql) {
    sql.deleteFrom(CALLBACK_RULE).where(CALLBACK_RULE.SOURCE_ID.eq(sourceId)).execute();
    List<CallbackRuleRecord> rows = new ArrayList<>();
    if (!wanted.source().equals(CallbackRule.NONE)) {
      rows.add(row(SOURCE, "", wanted.source()));
    }
    wanted.departments().forEach((name, rule) -> rows.add(row(DEPARTMENT, name, rule)));
    wanted.lines().forEach((number, rule) -> rows.add(row(LINE, number, rule)));
    sql.batchInsert(rows).execute();
  }

  private CallbackRuleRecord row(String scope, String name, CallbackRule rule) {
    return new CallbackRuleRecord(
        sourceId,
        scope,
        name,
        rule.deadline() == null ? null : YearToSecond.valueOf(rule.deadline()),
        rule.time() == null ? null : rule.time().toString(),
        rule.recipients() == null ? null : rule.recipients().toArray(String[]::new),
        rule.masksNumbers());
  }
}
