package calltally.sql.retention;

import static calltally.sql.jooq.journal.Tables.REJECTED;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.Record3;
import org.jspecify.annotations.Nullable;

/** The ids of a source's rejected requests that contain a customer's number. */
record SelectRejectedRequests(int sourceId, NumberMatcher matcher) {

  private static final int ROWS_AT_ONCE = 100;

  List<Long> run(DSLContext sql) {
    return sql.transactionResult(
        transaction -> {
          List<Long> found = new ArrayList<>();
          try (Cursor<Record3<Long, String, byte[]>> rows =
              transaction
                  .dsl()
                  .select(REJECTED.ID, REJECTED.QUERY, REJECTED.BODY)
                  .from(REJECTED)
                  .where(REJECTED.SOURCE_ID.eq(sourceId))
                  .fetchSize(ROWS_AT_ONCE)
                  .fetchLazy()) {
            rows.forEach(
                row -> {
                  if (isIn(row.value2(), row.value3())) {
                    found.add(row.value1());
                  }
                });
          }
          return found;
        });
  }

  private boolean isIn(@Nullable String query, byte @Nullable [] body) {
    return Stream.of(query == null ? "" : query, body == null ? "" : new String(body, UTF_8))
        .anyMatch(text -> matcher.isIn(text) || matcher.isIn(decoded(text)));
  }

  private static String decoded(String form) {
    try {
      return URLDecoder.decode(form, UTF_8);
    } catch (IllegalArgumentException e) {
      return form;
    }
  }
}
