package calltally.web.calls;

import static calltally.sql.jooq.analytics.Tables.CALL;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;

import calltally.reporting.report.DialledLine;
import calltally.reporting.report.query.LineOwner;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectField;
import org.jspecify.annotations.Nullable;

/** The columns of a listed call. */
public final class CallFields {

  private static final BigDecimal MILLIS = BigDecimal.valueOf(1000);
  private static final Field<String> LINE_OWNER = field(name("line_owner"), String.class);

  private CallFields() {}

  public static List<SelectField<?>> all(String source) {
    return List.of(
        CALL.PBX_ID,
        CALL.DIRECTION,
        CALL.LOCAL_DATE,
        CALL.STARTED_AT,
        CALL.CUSTOMER,
        CALL.LINE,
        CALL.LINE_NAME,
        new LineOwner(source).of(CALL.LINE, CALL.LINE_NAME, CALL.LOCAL_DATE).as(LINE_OWNER),
        CALL.MANAGER,
        CALL.OUTCOME,
        CALL.MISSED_REASON,
        CALL.WAIT_SECONDS,
        CALL.TALK_SECONDS,
        CALL.IS_SHORT,
        CALL.IN_WORKING_HOURS,
        coalesce(CALL.RECORDING_URL, CALL.VOICEMAIL_URL).as(CALL.RECORDING_URL));
  }

  public static ListedCall call(Record row) {
    return new ListedCall(
        row.get(CALL.PBX_ID),
        row.get(CALL.DIRECTION).equals("incoming"),
        row.get(CALL.LOCAL_DATE),
        row.get(CALL.STARTED_AT),
        row.get(CALL.CUSTOMER),
        new DialledLine(row.get(CALL.LINE), row.get(CALL.LINE_NAME), row.get(LINE_OWNER)),
        row.get(CALL.MANAGER),
        row.get(CALL.OUTCOME),
        row.get(CALL.MISSED_REASON),
        seconds(row.get(CALL.WAIT_SECONDS)),
        seconds(row.get(CALL.TALK_SECONDS)),
        row.get(CALL.IS_SHORT),
        row.get(CALL.IN_WORKING_HOURS),
        row.get(CALL.RECORDING_URL));
  }

  static @Nullable Duration seconds(@Nullable BigDecimal seconds) {
    return seconds == null ? null : Duration.ofMillis(seconds.multiply(MILLIS).longValue());
  }
}
