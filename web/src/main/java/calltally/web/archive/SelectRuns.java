package calltally.web.archive;

import static calltally.sql.jooq.directory.Tables.LINE;
import static calltally.sql.jooq.directory.Tables.MANAGER_NUMBER;
import static calltally.sql.jooq.ledger.Tables.DELIVERY;
import static calltally.sql.jooq.ledger.Tables.MAILING;
import static calltally.sql.jooq.ledger.Tables.REMOVED_REPORT;
import static calltally.sql.jooq.ledger.Tables.REPORT_RUN;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;

import calltally.reporting.report.ReportKind;
import calltally.web.frame.View;
import calltally.web.user.User;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Select;

/** The archived reports whose calls the reader may see, newest first. */
record SelectRuns(View view, Condition which, int most) {

  List<ArchivedRun> run(DSLContext sql) {
    Field<Instant> sentAt = sentAt();
    return sql.select(
            REPORT_RUN.RUN_ID,
            REPORT_RUN.KIND,
            REPORT_RUN.FROM_DATE,
            REPORT_RUN.UNTIL_DATE,
            coalesce(REPORT_RUN.MANAGER, REPORT_RUN.LINE, REPORT_RUN.DEPARTMENT),
            MAILING.SUBSCRIPTION,
            REPORT_RUN.RENDERED_AT,
            sentAt,
            MAILING.REVISION,
            MAILING.MASKED,
            MAILING.ARCHIVE_PATH)
        .from(REPORT_RUN)
        .join(MAILING)
        .on(MAILING.SOURCE_ID.eq(REPORT_RUN.SOURCE_ID))
        .and(MAILING.RUN_ID.eq(REPORT_RUN.RUN_ID))
        .where(REPORT_RUN.SOURCE_ID.eq(view.source().sourceId()))
        .and(MAILING.ARCHIVE_PATH.isNotNull())
        .and(notExists(removed()))
        .and(isVisible())
        .and(which)
        .orderBy(REPORT_RUN.RUN_ID.desc())
        .limit(most)
        .fetch(
            row ->
                new ArchivedRun(
                    row.value1(),
                    ReportKind.valueOf(row.value2().toUpperCase(Locale.ROOT)),
                    row.value3(),
                    row.value4(),
                    row.value5(),
                    row.value6(),
                    row.value7(),
                    row.value8(),
                    row.value9(),
                    row.value10(),
                    row.value11()));
  }

  private static Field<Instant> sentAt() {
    return field(
        select(max(DELIVERY.ENDED_AT))
            .from(DELIVERY)
            .where(DELIVERY.SOURCE_ID.eq(MAILING.SOURCE_ID))
            .and(DELIVERY.MAILING_ID.eq(MAILING.MAILING_ID))
            .and(DELIVERY.REVISION.eq(MAILING.REVISION))
            .and(DELIVERY.STATE.eq("sent")));
  }

  private static Select<?> removed() {
    return selectOne()
        .from(REMOVED_REPORT)
        .where(REMOVED_REPORT.SOURCE_ID.eq(MAILING.SOURCE_ID))
        .and(REMOVED_REPORT.ARCHIVE_PATH.eq(MAILING.ARCHIVE_PATH));
  }

  /** Whether the reader's scope holds the report's. */
  private Condition isVisible() {
    User user = view.session().user();
    return switch (user.role()) {
      case ALL -> noCondition();
      case MANAGER -> REPORT_RUN.MANAGER.eq(user.manager());
      case DEPARTMENT ->
          REPORT_RUN
              .DEPARTMENT
              .eq(user.department())
              .or(REPORT_RUN.LINE.in(lines(user)))
              .or(REPORT_RUN.MANAGER.in(managers(user)));
    };
  }

  private Select<Record1<String>> lines(User user) {
    return select(LINE.NUMBER)
        .from(LINE)
        .where(LINE.SOURCE_ID.eq(view.source().sourceId()))
        .and(LINE.DEPARTMENT.eq(user.department()));
  }

  private Select<Record1<String>> managers(User user) {
    return select(MANAGER_NUMBER.MANAGER)
        .from(MANAGER_NUMBER)
        .where(MANAGER_NUMBER.SOURCE_ID.eq(view.source().sourceId()))
        .and(MANAGER_NUMBER.DEPARTMENT.eq(user.department()));
  }
}
