package calltally.web.customer;

import static calltally.sql.jooq.web.Tables.ACCESS;

import calltally.reporting.report.CustomerKey;
import calltally.web.frame.View;
import org.jooq.DSLContext;

/** Keeps that a user opened a customer's page. */
record RecordAccess(CustomerKey customer, View view) {

  /**
   * Inserts a row.
   *
   * @param sql of the role calltally_web
   */
  void run(DSLContext sql) {
    sql.insertInto(ACCESS)
        .set(ACCESS.SOURCE_ID, view.source().sourceId())
        .set(ACCESS.CUSTOMER_KEY, customer.value())
        .set(ACCESS.OPENED_AT, view.now())
        .set(ACCESS.USER_NAME, view.session().user().name())
        .onConflictDoNothing()
        .execute();
  }
}
