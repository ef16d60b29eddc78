package calltally.reporting.report.query;

import static calltally.sql.jooq.analytics.Tables.CALL;
import static calltally.sql.jooq.analytics.Tables.CUSTOMER_CALL;

import calltally.reporting.report.CustomerKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;

/** The keys that stand for customers in URLs, by their numbers. */
public record SelectCustomerKeys(String source, List<String> customers) {

  public SelectCustomerKeys {
    customers = List.copyOf(customers);
  }

  public Map<String, CustomerKey> run(DSLContext sql) {
    Map<String, CustomerKey> keys = new HashMap<>();
    if (!customers.isEmpty()) {
      sql.selectDistinct(CALL.CUSTOMER, CUSTOMER_CALL.CUSTOMER_KEY)
          .from(CALL)
          .join(CUSTOMER_CALL)
          .on(CUSTOMER_CALL.SOURCE.eq(CALL.SOURCE))
          .and(CUSTOMER_CALL.PBX_ID.eq(CALL.PBX_ID))
          .where(CALL.SOURCE.eq(source))
          .and(CALL.CUSTOMER.in(customers))
          .forEach(row -> keys.put(row.value1(), new CustomerKey(row.value2())));
    }
    return keys;
  }
}
