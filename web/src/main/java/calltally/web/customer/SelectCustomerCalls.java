package calltally.web.customer;

import static calltally.sql.jooq.analytics.Tables.CALL;
import static calltally.sql.jooq.analytics.Tables.CUSTOMER_CALL;

import calltally.reporting.report.CustomerKey;
import calltally.web.calls.CallFields;
import calltally.web.calls.ListedCall;
import calltally.web.frame.View;
import java.util.List;
import org.jooq.DSLContext;

/** The visible calls of a customer in both directions, newest first. */
record SelectCustomerCalls(View view, CustomerKey customer, int most) {

  List<ListedCall> run(DSLContext sql) {
    return sql.select(CallFields.all(view.source().name()))
        .from(CUSTOMER_CALL)
        .join(CALL)
        .on(CALL.SOURCE.eq(CUSTOMER_CALL.SOURCE))
        .and(CALL.PBX_ID.eq(CUSTOMER_CALL.PBX_ID))
        .where(CUSTOMER_CALL.SOURCE.eq(view.source().name()))
        .and(CUSTOMER_CALL.CUSTOMER_KEY.eq(customer.value()))
        .and(CUSTOMER_CALL.STARTED_AT.le(view.now()))
        .and(view.visible().condition())
        .orderBy(CUSTOMER_CALL.STARTED_AT.desc(), CUSTOMER_CALL.PBX_ID.desc())
        .limit(most)
        .fetch(CallFields::call);
  }
}
