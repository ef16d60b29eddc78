package calltally.reporting.report.query;

import static calltally.sql.jooq.analytics.Tables.ATTEMPT;
import static calltally.sql.jooq.analytics.Tables.CALL;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.percentileCont;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import org.jooq.DSLContext;

/** The median ring time of the attempts answered in the period; empty when none was. */
record SelectMedianRingTime(FigureFunctions figures) {

  private static final BigDecimal MEDIAN = new BigDecimal("0.5");

  Optional<Duration> run(DSLContext sql) {
    String department = figures.scope().department();
    return sql.select(
            percentileCont(inline(MEDIAN))
                .withinGroupOrderBy(ATTEMPT.RING_SECONDS)
                .convertFrom(Seconds::orNull))
        .from(ATTEMPT)
        .join(CALL)
        .on(CALL.SOURCE.eq(ATTEMPT.SOURCE))
        .and(CALL.PBX_ID.eq(ATTEMPT.PBX_ID))
        .where(ATTEMPT.SOURCE.eq(figures.scope().source()))
        .and(ATTEMPT.LOCAL_DATE.ge(figures.from()))
        .and(ATTEMPT.LOCAL_DATE.lt(figures.until()))
        .and(ATTEMPT.OUTCOME.eq("answered"))
        .and(ATTEMPT.MANAGER.isNotNull())
        .and(department == null ? noCondition() : ATTEMPT.DEPARTMENT.eq(department))
        .andNot(CALL.IS_INTERNAL)
        .fetchOptional(row -> row.value1());
  }
}
