package calltally.reporting.report.query;

import static calltally.sql.jooq.analytics.Tables.CALL;
import static calltally.sql.jooq.analytics.Tables.CUSTOMER_CALL;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.unnest;

import calltally.reporting.report.CustomerKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.Table;

/** The keys that stand for customers in URLs, by their numbers. */
public record SelectCustomerKeys(String source, List<String> customers) {

  public SelectCustomerKeys {
    customers = List.copyOf(customers);
  }

  public Map<String, CustomerKey> run(DSLContext sql) {
    Map<String, CustomerKey> keys = new HashMap<>();
    if (!customers.isEmpty()) {
      Table<?> asked = unnest(customers.toArray(String[]::new)).as("asked", "customer");
      Field<String> customer = field(name("asked", "customer"), String.class);
      sql.select(customer, field(key(customer)))
          .from(asked)
          .forEach(
              row -> {
                if (row.value2() != null) {
                  keys.put(row.value1(), new CustomerKey(row.value2()));
                }
              });
    }
    return keys;
  }

  /** All calls of a customer have the same: one of them suffices, and some have thousands. */
  private Select<Record1<Long>> key(Field<String> customer) {
    return select(CUSTOMER_CALL.CUSTOMER_KEY)
        .from(CALL)
        .join(CUSTOMER_CALL)
        .on(CUSTOMER_CALL.SOURCE.eq(CALL.SOURCE))
        .and(CUSTOMER_CALL.PBX_ID.eq(CALL.PBX_ID))
        .where(CALL.SOURCE.eq(source))
        .and(CALL.CUSTOMER.eq(customer))
        .limit(inline(1));
  }
}
