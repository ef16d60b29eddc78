package calltally.ingest.journal;

import static org.jooq.impl.DSL.castNull;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.keyword;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.val;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/** Stores a notification within the caller's transaction. */
public record AppendNotification(NotificationRow row) {

  private static final Field<Boolean> STORED = field(name("stored"), SQLDataType.BOOLEAN);

  /** Stores it; false when it was there already. */
  public boolean run(DSLContext sql) {
    return sql.select(STORED)
        .from(table("{0}", function(name("journal", "append"), SQLDataType.OTHER, arguments())))
        .fetchSingle(STORED);
  }

  private Field<?>[] arguments() {
    List<Field<?>> arguments = new ArrayList<>();
    arguments.add(castNull(SQLDataType.UUID));
    arguments.add(castNull(SQLDataType.BIGINT));
    arguments.add(castNull(SQLDataType.BIGINT));
    Iterator<@Nullable String> values = row.values().iterator();
    for (NotificationColumn column : NotificationColumn.ALL) {
      Field<@Nullable String[]> value = val(new @Nullable String[] {values.next()});
      arguments.add(field("cast({0} as {1})", Object.class, value, keyword(column.arrayType())));
    }
    arguments.add(val(JSONB.valueOf("[]")));
    return arguments.toArray(Field<?>[]::new);
  }
}
