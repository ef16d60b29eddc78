package calltally.sql.settings;

import static calltally.sql.jooq.config.Tables.CALLBACK_RULE;
import static java.util.stream.Collectors.toMap;

import calltally.sql.jooq.config.tables.records.CallbackRuleRecord;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;

/** The stored call-back deadlines of a source. */
record SelectCallbackRules(int sourceId) {

  CallbackRules run(DSLContext sql) {
    List<CallbackRuleRecord> rows =
        sql.selectFrom(CALLBACK_RULE).where(CALLBACK_RULE.SOURCE_ID.eq(sourceId)).fetch();
    return new CallbackRules(
        of(rows, WriteCallbackRules.SOURCE).getOrDefault("", CallbackRule.NONE),
        of(rows, WriteCallbackRules.DEPARTMENT),
        of(rows, WriteCallbackRules.LINE));
  }

  private static Map<String, CallbackRule> of(List<CallbackRuleRecord> rows, String scope) {
    return rows.stream()
        .filter(row -> row.getScope().equals(scope))
        .collect(toMap(CallbackRuleRecord::getName, SelectCallbackRules::rule));
  }

  private static CallbackRule rule(CallbackRuleRecord row) {
    return new CallbackRule(
        row.getDeadline() == null ? null : row.getDeadline().toDuration(),
        row.getWithin() == null ? null : CallbackTime.parse(row.getWithin()),
        row.getRecipients() == null ? null : List.of(row.getRecipients()),
        row.getMaskNumbers());
  }
}
